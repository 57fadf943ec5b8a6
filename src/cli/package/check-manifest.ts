// What Teams asks of the manifest and its translations, in plain words; used by build-package.ts.
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { type Manifest, readableTexts, type Translation, translate } from './manifest.ts';

/** Against Teams' schema of the manifest's version, which comes with the package: nothing is fetched. */
export async function manifestProblems(manifest: Manifest): Promise<string[]> {
  // The schema's own type has exact keys and enums, and it is what is to be found out here.
  const problems = await AppManifestUtils.validateAgainstSchema(manifest as unknown as TeamsManifest);
  return [
    ...problems.map(inPlainWords),
    // The schema and semver allow more; the upload does not.
    ...(/^\d+\.\d+\.\d+$/.test(manifest.version) ? [] : ['version must be three numbers such as 1.2.3.']),
    ...(JSON.stringify(manifest).match(/\{\{\w*\}\}/g) ?? []).map(left => `${left} stands for nothing that is known.`),
  ];
}

/**
 * Whether a language file says everything that the manifest says and no more, within the manifest's limits.
 * Teams' schema of language files cannot be used: one of its patterns is no valid regular expression.
 */
export async function translationProblems(manifest: Manifest, translation: Translation): Promise<string[]> {
  const wanted = Object.keys(readableTexts(manifest));
  const given = Object.keys(translation).filter(path => path !== '$schema');
  const own = await manifestProblems(manifest);
  const translated = await manifestProblems(translate(manifest, translation));
  return [
    ...wanted.filter(path => !translation[path]?.trim()).map(path => `${path} is not translated.`),
    ...given.filter(path => !wanted.includes(path)).map(path => `${path} is not a text of the manifest.`),
    ...translated.filter(problem => !own.includes(problem)),
  ];
}

/** `/name/short must NOT have more than 30 characters. Details: {"limit":30}` → `name.short must not have more than 30 characters.` */
function inPlainWords(problem: string): string {
  const [, pointer = '', message = '', details = '{}'] = /^(\S*) (.*)\. Details: (.*)$/s.exec(problem) ?? [
    '',
    '',
    problem,
  ];
  const path = pointer
    .replace(/\/(\d+)/g, '[$1]')
    .replace(/\//g, '.')
    .replace(/^\./, '');
  const { additionalProperty, allowedValues } = JSON.parse(details) as Record<string, unknown>;
  const named = additionalProperty ?? (Array.isArray(allowedValues) ? allowedValues.join(', ') : undefined);
  return `${path || 'The manifest'} ${message.replace('NOT', 'not')}${named === undefined ? '' : `: ${named}`}.`;
}
