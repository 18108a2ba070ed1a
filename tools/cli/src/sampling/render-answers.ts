import { isDeepStrictEqual } from 'node:util';
import { fit } from '../terminal/fit.ts';
import { printable } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';
import type { Answer } from './ask-services.ts';
import { describeDocument } from './describe-policy.ts';
import { renderOperations } from './render-operations.ts';
import type { SamplingReport } from './sampling-report.ts';
import { talliesOf } from './tallies-of.ts';

const NAME = 14;

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

function render(answer: Answer, toldBy: string, { width, paint }: Terminal): string[] {
  const head = `${paint('bold', answer.name)}   ${answer.address}`;
  if ('problem' in answer) return [head, `  ${paint('red', printable(answer.problem))}`];
  const { report } = answer;
  const rows = (pairs: readonly Pair[]) => pairs.flatMap((pair) => row(pair, width));
  const { error } = report.source;
  return [
    head,
    ...rows(sourceOf(report)),
    ...(error === undefined ? [] : rows([['error', error]]).map((line) => paint('red', line))),
    ...rows(toldBy === answer.name ? describeDocument(report) : [['policies', `those of ${toldBy}`]]),
    ...rows(talliesOf(report)),
    ...renderOperations(report, paint),
  ];
}

type Pair = readonly [name: string, text: string];

function row([name, text]: Pair, width: number): string[] {
  const lines = wrap(printable(text), width - NAME - 3);
  return lines.map((line, index) => `  ${fit(index === 0 ? printable(name) : '', NAME)} ${line}`);
}

function sourceOf({ source: { kind, location, loadedAt } }: SamplingReport): Pair[] {
  return [
    ['source', location === undefined ? kind : `${kind} ${location}`],
    ['since', loadedAt.replace(/T(.*)\..*/, ' $1Z')],
  ];
}
