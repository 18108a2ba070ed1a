import type { Env } from '../command.ts';
import { printableJson } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { readTraceConfig, type TraceConfig } from './config.ts';
import { traceHelp } from './help.ts';
import { parseTraceArguments } from './parse-arguments.ts';
import { readTrace } from './read-trace.ts';
import { renderTrace } from './render-trace.ts';
import { resolveTarget } from './resolve-target.ts';
import { traceDocument } from './trace-document.ts';
import type { TraceTarget } from './trace-target.ts';

const exitCode = { shown: 0, notFound: 1, usage: 2 } as const;

/** `mesh trace` on any terminal; answers the exit code. */
export async function runTrace(args: string[], env: Env, terminal: Terminal): Promise<number> {
  const parsed = parseTraceArguments(args);
  if ('help' in parsed) {
    terminal.print(traceHelp);
    return exitCode.shown;
  }
  const config = readTraceConfig(env);
  const refuse = (sentence: string) => {
    terminal.complain(`mesh trace: ${sentence}`);
    return exitCode.usage;
  };
  if ('problem' in parsed) return refuse(`${parsed.problem}\nSee mesh trace --help.`);
  if ('problem' in config) return refuse(config.problem);
  return show(config, parsed.target, parsed.json, terminal);
}

async function show(config: TraceConfig, target: TraceTarget, json: boolean, terminal: Terminal) {
  const resolved = await resolveTarget(config, target);
  if ('problem' in resolved) {
    terminal.complain(resolved.problem);
    return exitCode.notFound;
  }
  const trace = await readTrace(config, resolved);
  for (const failure of trace.failures) terminal.complain(failure);
  if (trace.spans.length + trace.lines.length === 0) {
    if (resolved.doubt !== undefined) terminal.complain(resolved.doubt);
    if (trace.failures.length === 0) terminal.complain(absence(config, resolved.traceId));
    return exitCode.notFound;
  }
  terminal.print(json ? `${printableJson(traceDocument(trace))}\n` : renderTrace(trace, terminal));
  return trace.failures.length > 0 ? exitCode.notFound : exitCode.shown;
}

function absence({ spans, lines }: TraceConfig, traceId: string): string {
  const [spanStore, lineStore] = [spans, lines].map(({ backEnd: { name, url } }) => `${name} at ${url}`);
  return `Trace ${traceId} is not known: no span in ${spanStore}, no log line in ${lineStore}. A trace that has just ended can take a few seconds to arrive.`;
}
