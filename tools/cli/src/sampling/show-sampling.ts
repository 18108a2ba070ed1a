import { printableJson } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type Answer, openServices } from './ask-services.ts';
import type { SamplingConfig } from './config.ts';
import { renderAnswers } from './render-answers.ts';

/** `mesh sampling show`; answers whether every service could be asked. */
export async function showSampling(
  { places }: SamplingConfig,
  json: boolean,
  terminal: Terminal,
): Promise<boolean> {
  const services = openServices(places);
  try {
    const answers = await services.ask();
    terminal.print(json ? documentOf(answers) : renderAnswers(answers, terminal));
    return answers.every((answer) => 'report' in answer);
  } finally {
    services.close();
  }
}

function documentOf(answers: readonly Answer[]): string {
  const services = answers.map((answer) => {
    const { name, address } = answer;
    return 'problem' in answer
      ? { name, address, problem: answer.problem }
      : { name, address, report: answer.whole };
  });
  return `${printableJson({ services })}\n`;
}
