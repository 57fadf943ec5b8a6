// `npm run package` gives a zip that Teams takes, or says everything that is wrong.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { buildPackage } from '../../src/cli/package/build-package.ts';
import { zip } from '../../src/cli/package/zip.ts';
import { temporaryFolder } from '../support/databases.ts';
import { readZip } from './read-zip.ts';

const appId = '11111111-2222-3333-4444-555555555555';
const manifestFolder = fileURLToPath(new URL('../../manifest', import.meta.url));
const command = fileURLToPath(new URL('../../src/cli/package.ts', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** A copy of the manifest folder in which one file's text is changed. */
function changed(file: string, change: (text: string) => string): string {
  const folder = join(temporaryFolder(), 'manifest');
  cpSync(manifestFolder, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return folder;
}

async function manifestOf(config: Parameters<typeof buildPackage>[1]) {
  const { files, problems } = await buildPackage(manifestFolder, config, '1.2.3');
  expect(problems).toEqual([]);
  return JSON.parse(String(files[0]?.bytes));
}

const problemsIn = async (folder: string) => (await buildPackage(folder, { appId }, '1.2.3')).problems;

describe('the manifest', () => {
  test('carries the app id, the version, the domain and who stands behind it', async () => {
    const developer = {
      name: 'Eksempel Kommune',
      url: 'https://kommune.example/',
      privacyUrl: 'https://kommune.example/data',
    };
    const manifest = await manifestOf({ appId, publicUrl: 'https://assistent.example.dk:8443', developer });
    expect(manifest).toMatchObject({
      id: appId,
      version: '1.2.3',
      bots: [{ botId: appId, scopes: ['personal', 'team', 'groupChat'] }],
      validDomains: ['assistent.example.dk:8443'],
      developer: {
        name: 'Eksempel Kommune',
        websiteUrl: 'https://kommune.example/',
        privacyUrl: 'https://kommune.example/data',
        termsOfUseUrl: 'https://kommune.example/',
      },
      localizationInfo: { defaultLanguageTag: 'da' },
    });
  });

  test('offers only what works: no message extension, no files, no permissions', async () => {
    const manifest = await manifestOf({ appId });
    for (const part of ['composeExtensions', 'staticTabs', 'permissions', 'authorization', 'webApplicationInfo']) {
      expect(manifest).not.toHaveProperty(part);
    }
    expect(manifest.bots[0].supportsFiles).toBe(false);
    expect(manifest.validDomains).toEqual([]);
  });

  test('puts a value in as it is, whatever stands in it', async () => {
    const name = 'A "B" \\ $& $1';
    expect((await manifestOf({ appId, developer: { name } })).developer.name).toBe(name);
  });

  test('is checked without the network', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'));
    expect(await problemsIn(manifestFolder)).toEqual([]);
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });
});

describe('what Teams would refuse is said in plain words', () => {
  test.each([
    [
      'a long name',
      '"short": "Learning',
      `"short": "${'x'.repeat(30)}`,
      'manifest.json: name.short must not have more than 30 characters.',
    ],
    [
      'an unknown part',
      '"accentColor"',
      '"colour": 1, "accentColor"',
      'manifest.json: The manifest must not have additional properties: colour.',
    ],
    [
      'an unknown scope',
      '["personal"]',
      '["meeting"]',
      'manifest.json: bots[0].commandLists[0].scopes[0] must be equal to one of the allowed values: team, personal, groupChat, copilot.',
    ],
    [
      'an unknown value',
      '{{developerName}}',
      '{{developer}}',
      'manifest.json: {{developer}} stands for nothing that is known.',
    ],
    [
      'a missing part',
      '"accentColor": "#0D6470",',
      '',
      "manifest.json: The manifest must have required property 'accentColor'.",
    ],
    ['a missing icon', '"color.png"', '"colour.png"', 'colour.png is missing beside the manifest.'],
    ['a missing language file', '"en.json"', '"de.json"', 'de.json is missing beside the manifest.'],
    [
      'icons the other way round',
      '"color.png", "outline": "outline.png"',
      '"outline.png", "outline": "color.png"',
      'outline.png is 32 × 32 pixels and must be 192 × 192.',
    ],
  ])('%s', async (_, before, after, problem) => {
    const folder = changed('manifest.template.json', text => text.replace(before, after));
    expect(await problemsIn(folder)).toContain(problem);
  });

  test('a version with more than three numbers', async () => {
    const { problems } = await buildPackage(manifestFolder, { appId }, '1.2.3-beta.1');
    expect(problems).toEqual(['manifest.json: version must be three numbers such as 1.2.3.']);
  });

  test('English that is missing, superfluous or too long', async () => {
    const folder = changed('en.json', text =>
      text
        .replace('"name.full"', '"name.long"')
        .replace('"Learning Pipeline assistant"', `"${'x'.repeat(31)}"`)
        .replace('"sources"', '" "'),
    );
    expect(await problemsIn(folder)).toEqual([
      'en.json: name.full is not translated.',
      'en.json: bots[0].commandLists[0].commands[5].title is not translated.',
      'en.json: name.long is not a text of the manifest.',
      'en.json: name.short must not have more than 30 characters.',
    ]);
  });
});

describe('files that cannot be read are named', () => {
  test('a language file', async () => {
    expect(await problemsIn(changed('en.json', text => text.slice(1)))).toEqual([
      expect.stringMatching(/^en\.json: is not JSON/),
    ]);
    const numbers = changed('en.json', text => text.replace('"help"', '1'));
    expect(await problemsIn(numbers)).toEqual([expect.stringMatching(/^en\.json: bots.* Expected string/)]);
  });

  test('the template', async () => {
    const broken = changed('manifest.template.json', text => text.slice(1));
    await expect(problemsIn(broken)).rejects.toThrow(/^manifest\.template\.json: is not JSON/);
    const partial = changed('manifest.template.json', text => text.replace('"icons"', '"pictures"'));
    await expect(problemsIn(partial)).rejects.toThrow('manifest.template.json: icons: Required.');
  });
});

describe('the zip', () => {
  test('is the same bytes each time, whatever the time zone', async () => {
    const { files } = await buildPackage(manifestFolder, { appId }, version);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    const far = await zip(files);
    process.env.TZ = 'Europe/Copenhagen';
    const near = await zip(files);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(far.equals(near)).toBe(true);
  });
});

describe('npm run package', () => {
  interface Outcome {
    code: number;
    stdout: string;
    stderr: string;
  }
  const run = (cwd: string, environment: Record<string, string>, ...options: string[]) =>
    new Promise<Outcome>(resolve => {
      const nodeOptions = ['--import', import.meta.resolve('tsx'), command, ...options];
      const env = { PATH: process.env.PATH, ...environment };
      execFile(process.execPath, nodeOptions, { cwd, env }, (error, stdout, stderr) => {
        resolve({ code: Number(error?.code ?? 0), stdout, stderr });
      });
    });

  test('writes the manifest, both icons and the English texts, with what stands in package.json', async () => {
    const folder = temporaryFolder();
    const { code, stdout } = await run(folder, { MICROSOFT_APP_ID: appId, PUBLIC_URL: 'https://assistent.example.dk' });
    expect(code).toBe(0);
    expect(stdout).toMatch(/DEVELOPER_URL is not set/);
    const files = readZip(readFileSync(join(folder, 'dist-package/learning-pipeline-assistant.zip')));
    expect([...files.keys()]).toEqual(['manifest.json', 'color.png', 'outline.png', 'en.json']);
    for (const name of ['color.png', 'outline.png', 'en.json']) {
      expect(files.get(name)).toEqual(readFileSync(join(manifestFolder, name)));
    }
    const manifest = JSON.parse(String(files.get('manifest.json')));
    expect(manifest).toMatchObject({ id: appId, version, validDomains: ['assistent.example.dk'] });
  });

  test('asks for the app id when it is missing, and writes nothing', async () => {
    const folder = temporaryFolder();
    const { code, stderr } = await run(folder, {}, '--out', 'here.zip');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'MICROSOFT_APP_ID is missing: the application (client) id of the bot.\n',
    });
    expect(existsSync(join(folder, 'here.zip'))).toBe(false);
  });

  test('says how it is used, and what cannot be written', async () => {
    const folder = temporaryFolder();
    const usage = await run(folder, { MICROSOFT_APP_ID: appId }, '--output', 'here.zip');
    expect(usage).toMatchObject({ code: 1, stderr: 'Usage: npm run package [-- --out FILE]\n' });
    mkdirSync(join(folder, 'taken'));
    const taken = await run(folder, { MICROSOFT_APP_ID: appId }, '--out', 'taken');
    expect(taken).toMatchObject({ code: 1, stderr: `${join(folder, 'taken')} cannot be written to.\n` });
  });
});
