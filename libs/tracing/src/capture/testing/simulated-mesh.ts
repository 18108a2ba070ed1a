import { randomBytes } from 'node:crypto';
import type { CapturedTrace } from '../captured-trace.ts';
import { parseVerdict } from '../verdict-text.ts';
import { type TestParts, testParts } from './parts.ts';

/** How long word of a trace takes to the next process: ms, as long as is promised. */
const TELL_MS = 200;

interface Word {
  readonly due: number;
  readonly peer: string;
  readonly traceId: string;
  readonly text: string;
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
  #words: Word[] = [];
  #now = 0;

  constructor(leaves: number) {
    for (const address of [
      'edge',
      'middle',
      ...Array.from({ length: leaves }, (_, index) => `leaf ${index}`),
    ])
      this.processes.set(
        address,
        testParts({ maxBytes: 8e6, teller: { tell: (...word) => this.#send(...word) } }),
      );
  }

  /** Lets time go by; what was told long enough ago arrives. */
  pass(millis: number): void {
    this.#now += millis;
    for (const process of this.processes.values()) {
      process.at = this.#now;
      process.ring.turn(this.#now);
    }
    for (let word = this.#words[0]; word && word.due <= this.#now; word = this.#words[0]) {
      this.#words.shift();
      this.#arrive(word);
    }
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
    if (failsIn > 1) parts[failsIn]?.trigger('INTERNAL');
    answer(middle, path[2] as string, comesBack(2) ? first : undefined);
    answer(middle, path[3] as string, comesBack(3) ? last : undefined);
    if (failsIn < 2) parts[failsIn]?.trigger('slow');
    answer(edge, 'middle', comesBack(1) ? middle : undefined);
    return parts;
  }

  #anyLeaf(): string {
    return `leaf ${Math.floor(Math.random() * (this.processes.size - 2))}`;
  }

  #send(peer: string, { traceId, text = '' }: CapturedTrace): void {
    this.#words.push({ due: this.#now + TELL_MS, peer, traceId, text });
  }

  #arrive({ peer, traceId, text }: Word): void {
    const process = this.processes.get(peer) as TestParts;
    const { verdict, level } = parseVerdict(text) as { verdict: 'slow'; level: number };
    const trace = process.table.find(traceId);
    if (trace) trace.hear(verdict, level);
    else process.budget.hear(level, this.#now);
  }
}

function answer(caller: CapturedTrace, address: string, callee: CapturedTrace | undefined): void {
  const heard = parseVerdict(callee?.text ?? '');
  if (heard) caller.hear(heard.verdict, heard.level);
  if (!callee) caller.trigger('DEADLINE_EXCEEDED');
  caller.answered(address, heard !== undefined && heard.verdict !== 'refused');
}
