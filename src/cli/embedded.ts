// SPDX-License-Identifier: Apache-2.0
import { type Command, type Interfaces, Plugin } from '@oclif/core';
import { COMMANDS } from './commands.ts';
import { VERSION } from './version.ts';

/** No file of this root exists, and none is looked for. */
const ROOT = '/nonexistent/forensic-verify';

const PACKAGE = {
  name: 'forensic-verify',
  version: VERSION,
  oclif: {
    bin: 'forensic-verify',
    dirname: 'forensic-verify',
    topicSeparator: ' ',
    commands: { strategy: 'explicit', target: 'unused' },
    topics: {
      attest: { description: 'statements and signatures: what a verifier checks' },
      check: { description: 'one step at a time, for cross-examination' },
      merkle: { description: 'trees over evidence sets, under a named profile' },
      policy: { description: 'is this policy readable, what will it enforce' },
      trust: { description: 'trust that is renewed by hand: roots, keys, revocations' },
      report: { description: 'reports of this tool' },
    },
    exitCodes: {
      default: 64,
      invalidArgsSpec: 64,
      requiredArgs: 64,
      unexpectedArgs: 64,
      nonExistentFlag: 64,
      failedFlagValidation: 64,
      violatedFlagConstraint: 64,
      failedFlagParsing: 64,
    },
  },
} as unknown as Interfaces.PJSON;

/** The commands as one plugin in memory: no manifest, no user plugins, no file is read (attacks K02). */
class EmbeddedPlugin extends Plugin {
  override async load(): Promise<void> {
    Object.assign(this, {
      root: ROOT,
      pjson: PACKAGE,
      name: PACKAGE.name,
      alias: PACKAGE.name,
      version: PACKAGE.version,
      type: 'core',
      isRoot: true,
      moduleType: 'module',
      valid: true,
      hooks: {},
      hasManifest: true,
      commandIDs: Object.keys(COMMANDS),
    });
    this.commands = Object.entries(COMMANDS).map(
      ([id, row]) =>
        ({
          id,
          summary: row.summary,
          hidden: false,
          aliases: [],
          hiddenAliases: [],
          args: {},
          flags: {},
          pluginAlias: PACKAGE.name,
          pluginName: PACKAGE.name,
          pluginType: 'core',
          strict: true,
          load: () => this.findCommand(id, { must: true }),
        }) as unknown as Command.Loadable,
    );
  }

  override async findCommand(id: string, opts: { must: true }): Promise<Command.Class>;
  override async findCommand(id: string, opts?: { must: boolean }): Promise<Command.Class | undefined>;
  override async findCommand(id: string): Promise<Command.Class | undefined> {
    const row = COMMANDS[id];
    if (row === undefined) return undefined;
    const command = (await row.load()).default as unknown as Command.Class;
    command.id = id;
    command.plugin = this as unknown as NonNullable<typeof command.plugin>;
    return command;
  }
}

export async function loadOptions(): Promise<Interfaces.LoadOptions> {
  const plugin = new EmbeddedPlugin({ root: ROOT, isRoot: true, pjson: PACKAGE, ignoreManifest: true, type: 'core' });
  await plugin.load();
  return {
    root: ROOT,
    pjson: PACKAGE,
    isRoot: true,
    ignoreManifest: true,
    userPlugins: false,
    devPlugins: false,
    plugins: new Map([[plugin.name, plugin]]),
  };
}
