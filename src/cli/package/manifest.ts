// The Teams app manifest: filled from configuration, and put into another language; used by build-package.ts.
import { z } from 'zod';

/** The parts of the manifest that the package is built from; the whole of it is checked against Teams' own schema. */
const manifestSchema = z
  .object({
    $schema: z.string(),
    version: z.string(),
    localizationInfo: z
      .object({ additionalLanguages: z.array(z.object({ file: z.string() }).passthrough()) })
      .passthrough(),
    name: z.object({ short: z.string(), full: z.string() }),
    description: z.object({ short: z.string(), full: z.string() }),
    icons: z.object({ color: z.string(), outline: z.string() }),
    bots: z.array(
      z
        .object({
          commandLists: z.array(
            z.object({
              scopes: z.array(z.string()),
              commands: z.array(z.object({ title: z.string(), description: z.string() })),
            }),
          ),
        })
        .passthrough(),
    ),
  })
  .passthrough();
export type Manifest = z.infer<typeof manifestSchema>;

/** What the template's `{{name}}` stand for. */
export type ManifestValues = Record<'version' | 'appId' | 'developerName' | 'developerUrl' | 'privacyUrl', string>;

/**
 * @param template JSON in which `{{name}}` stands for a value.
 * @param validDomains hosts that cards may link into as part of the app.
 * @throws SyntaxError or ZodError when the template is no manifest.
 */
export function fillManifest(template: string, values: ManifestValues, validDomains: string[]): Manifest {
  const known: Record<string, string> = values;
  const fill = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => known[name] ?? whole) : value;
  return { ...manifestSchema.parse(JSON.parse(template, fill)), validDomains };
}

/** Texts by path, such as `bots[0].commandLists[1].commands[2].title`: the form of Teams' language files. */
export type Translation = Record<string, string>;
export const translationSchema = z.record(z.string(), z.string());

/** Every text of the manifest that people read. */
export function readableTexts({ name, description, bots }: Manifest): Translation {
  const texts: Translation = {
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
  };
  for (const [b, { commandLists }] of bots.entries()) {
    for (const [l, { commands }] of commandLists.entries()) {
      for (const [c, command] of commands.entries()) {
        const path = `bots[${b}].commandLists[${l}].commands[${c}]`;
        texts[`${path}.title`] = command.title;
        texts[`${path}.description`] = command.description;
      }
    }
  }
  return texts;
}

/** The manifest as somebody with that language reads it; texts that are not translated stay. */
export function translate(manifest: Manifest, translation: Translation): Manifest {
  const say = (path: string, text: string) => translation[path] ?? text;
  const both = (path: 'name' | 'description') => ({
    short: say(`${path}.short`, manifest[path].short),
    full: say(`${path}.full`, manifest[path].full),
  });
  return {
    ...manifest,
    name: both('name'),
    description: both('description'),
    bots: manifest.bots.map((bot, b) => ({
      ...bot,
      commandLists: bot.commandLists.map((list, l) => ({
        ...list,
        commands: list.commands.map(({ title, description }, c) => {
          const path = `bots[${b}].commandLists[${l}].commands[${c}]`;
          return { title: say(`${path}.title`, title), description: say(`${path}.description`, description) };
        }),
      })),
    })),
  };
}
