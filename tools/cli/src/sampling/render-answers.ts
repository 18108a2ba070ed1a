import { isDeepStrictEqual } from 'node:util';
import { fit, fitRight } from '../terminal/fit.ts';
import { printable } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Answer } from './ask-services.ts';
import { describeDocument, percent } from './describe-policy.ts';
import type { SamplingReport } from './sampling-report.ts';

const OPERATION = 44;
const RULE = 14;
const NUMBER = 11;

/** What each of the services says, for people. Policies that several have are told once. */
export function renderAnswers(answers: readonly Answer[], terminal: Terminal): string {
  const toldBy = (answer: Answer) => answers.find((other) => isAlike(other, answer)) ?? answer;
  return answers.map((answer) => `${render(answer, toldBy(answer).name, terminal).join('\n')}\n`).join('\n');
}

function isAlike(one: Answer, other: Answer): boolean {
  return (
    'report' in one && 'report' in other && isDeepStrictEqual(one.whole['document'], other.whole['document'])
  );
}

function render(answer: Answer, toldBy: string, { paint }: Terminal): string[] {
  const head = `${paint('bold', answer.name)}   ${answer.address}`;
  if ('problem' in answer) return [head, `  ${paint('red', printable(answer.problem))}`];
  const { report } = answer;
  const { error } = report.source;
  return [
    head,
    ...rows([['source', sourceOf(report)]]),
    ...(error === undefined ? [] : rows([['error', error]]).map((row) => paint('red', row))),
    ...rows(toldBy === answer.name ? describeDocument(report) : [['policies', `those of ${toldBy}`]]),
    ...rows(talliesOf(report)),
    ...tableOf(report).map((row, index) => (index === 0 ? paint('dim', row) : row)),
  ];
}

function rows(pairs: readonly (readonly [string, string])[]): string[] {
  return pairs.map(([name, text]) => `  ${fit(name, RULE)} ${printable(text)}`);
}

function sourceOf({ source: { kind, location, loadedAt } }: SamplingReport): string {
  const where = location === undefined ? '' : ` ${location}`;
  return `${kind}${where}, since ${loadedAt}`;
}

/** Of all roots, by reason; those that never came up are left out. */
function talliesOf({ tally }: SamplingReport): [string, string][] {
  return (['kept', 'dropped'] as const).map((name) => {
    const counts = Object.entries(tally[name]).filter(([, count]) => count > 0);
    return [name, counts.map(([reason, count]) => `${reason} ${count}`).join(', ') || 'none'];
  });
}

function tableOf({ operations }: SamplingReport): string[] {
  if (operations.length === 0) return [];
  const row = (...[operation = '', rule = '', ...numbers]: string[]) =>
    `  ${fit(printable(operation), OPERATION)} ${fit(printable(rule), RULE)}${numbers
      .map((number) => fitRight(number, NUMBER))
      .join('')}`;
  return [
    row('operation', 'rule', 'ratio now', 'kept', 'dropped'),
    ...operations.map(({ operation, rule, ratio, isBoosted, kept, dropped }) =>
      row(operation, rule, `${isBoosted ? '↑ ' : ''}${percent(ratio)}`, String(kept), String(dropped)),
    ),
  ];
}
