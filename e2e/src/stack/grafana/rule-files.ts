import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repository } from '../../testing/repository.ts';

export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Makes a series out of others. */
export interface RecordRule {
  readonly record: string;
  readonly expr: string;
}

export type Rule = AlertRule | RecordRule;

export interface RuleFile {
  readonly groups: readonly {
    readonly name: string;
    readonly interval?: string;
    readonly rules: readonly Rule[];
  }[];
}

/** What promtool is given: series of values, and at which times which alerts fire. */
export interface RuleTestFile {
  readonly rule_files: readonly string[];
  readonly tests: readonly {
    readonly alert_rule_test?: readonly {
      readonly alertname: string;
      /** E.g. `90s`, `10m`. */
      readonly eval_time: string;
      /** Left out: none fires. */
      readonly exp_alerts?: readonly unknown[];
    }[];
  }[];
}

export const readRules = () => readFolder<RuleFile>('rules');

/** Of all files. */
export async function readAlerts(): Promise<AlertRule[]> {
  const groups = [...(await readRules()).values()].flatMap((file) => file.groups);
  return groups.flatMap(({ rules }) => rules.filter((rule) => 'alert' in rule));
}

export const readRuleTests = () => readFolder<RuleTestFile>('tests');

/** Where the tests for promtool are, from the root of the checkout. */
export const ruleTestFiles = () => globSync('deploy/prometheus/tests/*.yaml', { cwd: repository }).sort();

async function readFolder<T>(name: string): Promise<ReadonlyMap<string, T>> {
  const folder = join(repository, 'deploy/prometheus', name);
  const files = globSync('*.yaml', { cwd: folder }).sort();
  const entries = files.map(
    async (file) => [file, parse(await readFile(join(folder, file), 'utf8'))] as const,
  );
  return new Map(await Promise.all(entries));
}
