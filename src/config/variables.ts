// Every environment variable with what it may hold, as a zod schema; read by config.ts and checked against env.sample.
import { z } from 'zod';
import { logLevels } from '../lib/logger.ts';

const guid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a GUID such as 11111111-2222-3333-4444-555555555555')
  .toLowerCase();

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { message: `must be one of ${values.join(', ')}` });

const guids = z
  .string()
  .transform(list => list.split(',').map(item => item.trim()))
  .pipe(z.array(guid));

const httpsOrigin = z.string().transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol === 'https:' && url.href === `${url.origin}/`) return url.origin;
  context.addIssue({
    code: 'custom',
    message: 'must be an https address without a path, such as https://assistent.example.dk',
  });
  return z.NEVER;
});

const httpsAddress = z
  .string()
  .refine(value => URL.canParse(value) && new URL(value).protocol === 'https:', 'must be an https address');

/** What each variable may hold once it is set; which ones must be set depends on the mode (config.ts). */
export const variables = z.object({
  MICROSOFT_APP_ID: guid.optional(),
  MICROSOFT_APP_TYPE: oneOf(['SingleTenant', 'ManagedIdentity', 'UserAssignedMSI']).optional(),
  MICROSOFT_APP_TENANT_ID: guid.optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  CERTIFICATE_THUMBPRINT: z
    .string()
    .regex(/^[0-9a-f]{40}$/i, 'must be 40 hexadecimal digits')
    .optional(),
  CERTIFICATE_KEY_FILE: z.string().optional(),
  ALLOWED_TENANTS: guids.optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine(
      url => /^postgres(ql)?:/.test(url) && URL.canParse(url),
      'must be an address such as postgres://user:password@host/database',
    )
    .optional(),
  DATABASE_SCHEMA: z
    .string()
    .regex(/^(?!pg_)[a-z_][a-z0-9_]{0,62}$/, 'must be small letters, digits and _, and not begin with a digit or pg_')
    .optional(),
  HOST: z.string().default('0.0.0.0'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine(port => port <= 65_535, 'must be a whole number from 0 to 65535')
    .default('3978'),
  PUBLIC_URL: httpsOrigin.optional(),
  DEVELOPER_NAME: z.string().max(32, 'must be at most 32 characters').optional(),
  DEVELOPER_URL: httpsAddress.optional(),
  PRIVACY_URL: httpsAddress.optional(),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  DEFAULT_LANGUAGE: oneOf(['da', 'en']).default('da'),
  HELP_CONTACT: z.string().max(200, 'must be at most 200 characters').optional(),
  KNOWLEDGE_DIR: z.string().optional(),
  KNOWLEDGE_MODE: oneOf(['beside', 'replace']).default('beside'),
  LANGUAGE_MODEL: oneOf(['openai', 'azure-openai', 'compatible']).optional(),
  LANGUAGE_MODEL_NAME: z
    .string()
    .regex(/^[\w.:/@-]{1,200}$/, 'must be a name of letters, digits and . : / @ _ -')
    .optional(),
  /** Its shape depends on LANGUAGE_MODEL (model.ts). */
  LANGUAGE_MODEL_ENDPOINT: z.string().optional(),
  LANGUAGE_MODEL_KEY: z
    .string()
    .regex(/^[!-~]+$/, 'must be one word of letters, digits and signs')
    .optional(),
  LANGUAGE_MODEL_AUTH: oneOf(['key', 'managed-identity']).optional(),
  LANGUAGE_MODEL_CLIENT_ID: guid.optional(),
  LANGUAGE_MODEL_API_VERSION: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(-preview)?$/, 'must be a date such as 2024-10-21')
    .optional(),
  LANGUAGE_MODEL_DAILY_TOKENS: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'must be a whole number from 1 to 999999999')
    .transform(Number)
    .default('1000000'),
  SENSITIVITY_LABEL: z.string().max(100, 'must be at most 100 characters').optional(),
  SENSITIVITY_LABEL_TEXT: z.string().max(500, 'must be at most 500 characters').optional(),
});

export type VariableName = keyof typeof variables.shape;
export type Variables = z.infer<typeof variables>;
