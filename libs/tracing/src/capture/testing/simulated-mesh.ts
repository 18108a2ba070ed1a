import { randomBytes } from 'node:crypto';
import type { CapturedTrace } from '../captured-trace.ts';
import type { JudgedTrace } from '../judged-trace.ts';
import { parseVerdict } from '../verdict-text.ts';
import { type TestParts, testParts } from './parts.ts';

/** How long word of a trace takes to the next process: ms, as long as is promised. */
const TELL_MS = 200;

/** How long a process waits for a caller that has given up, as it does. */
const PATIENCE_MS = 300;

interface Event {
  readonly due: number;
  happen(): void;
}

/** Who has a part in a request, from the edge inwards, and how it fails. */
export interface SimulatedRequest {
  /** The index of the process in which something happens; -1: in none. */
  readonly failsIn: number;
  /** False: the callers wait in vain for what fails, and each of them has to judge by itself. */
  readonly hasAnswer: boolean;
}

/** Processes with real traces; calls between them take no time, and word of a trace 200 ms. */
export class SimulatedMesh {
  /** By address: the edge, the middle, and the leaves. */
  readonly processes = new Map<string, TestParts>();
  #events: Event[] = [];
  #now = 0;

  constructor(leaves: number) {
    const patience = { wait: (act: () => void) => this.#later(PATIENCE_MS, act), end() {} };
    for (const address of [
      'edge',
      'middle',
      ...Array.from({ length: leaves }, (_, index) => `leaf ${index}`),
    ])
      this.processes.set(
        address,
        testParts({ maxBytes: 8e6, tell: (...word) => this.#send(...word), patience }),
      );
  }

  /** Lets time go by; what was told long enough ago arrives. */
  pass(millis: number): void {
    this.#now += millis;
    for (const process of this.processes.values()) {
      process.at = this.#now;
      process.ring.turn(this.#now);
    }
    const due = this.#events.filter((event) => event.due <= this.#now);
    this.#events = this.#events.filter((event) => event.due > this.#now);
    for (const event of due.sort((one, other) => one.due - other.due)) event.happen();
  }

  /** The edge calls the middle, which calls one leaf and then another. @returns the parts of the trace */
  request({ failsIn, hasAnswer }: SimulatedRequest): readonly CapturedTrace[] {
    const traceId = randomBytes(16).toString('hex');
    const path = ['edge', 'middle', this.#anyLeaf(), this.#anyLeaf()];
    const parts = path.map((address) => (this.processes.get(address) as TestParts).begin(traceId));
    const [edge, middle, first, last] = parts as [CapturedTrace, CapturedTrace, CapturedTrace, CapturedTrace];
    for (const [index, address] of path.entries())
      this.processes.get(address)?.park(parts[index] as CapturedTrace, '');
    const comesBack = (index: number) => hasAnswer || failsIn !== index;
    if (failsIn > 1) fail(parts[failsIn] as CapturedTrace, hasAnswer);
    answer(middle, path[2] as string, comesBack(2) ? first : undefined);
    answer(middle, path[3] as string, comesBack(3) ? last : undefined);
    if (failsIn === 0 || failsIn === 1) fail(parts[failsIn] as CapturedTrace, hasAnswer || failsIn === 0);
    answer(edge, 'middle', comesBack(1) ? middle : undefined);
    return parts;
  }

  #anyLeaf(): string {
    return `leaf ${Math.floor(Math.random() * (this.processes.size - 2))}`;
  }

  #send(peer: string, { traceId, text = '' }: JudgedTrace): void {
    this.#later(TELL_MS, () => this.#arrive(peer, traceId, text));
  }

  #later(millis: number, happen: () => void): void {
    this.#events.push({ due: this.#now + millis, happen });
  }

  #arrive(peer: string, traceId: string, text: string): void {
    const process = this.processes.get(peer) as TestParts;
    const { verdict, level } = parseVerdict(text) as { verdict: 'slow'; level: number };
    const trace = process.table.find(traceId);
    if (trace) trace.hear(verdict, level);
    else process.budget.hear(level, this.#now);
  }
}

function fail(part: CapturedTrace, hasAnswer: boolean): void {
  if (hasAnswer) part.trigger('INTERNAL');
  else part.triggerLater('DEADLINE_EXCEEDED');
}

function answer(caller: CapturedTrace, address: string, callee: CapturedTrace | undefined): void {
  const heard = parseVerdict(callee?.text ?? '');
  if (heard) caller.hear(heard.verdict, heard.level);
  if (!callee) caller.trigger('DEADLINE_EXCEEDED');
  if (callee) caller.answered(address, heard !== undefined && heard.verdict !== 'refused');
  else caller.unheard(address);
}
