import type { Box } from './box.ts';
import { element, text } from './element.ts';

/** The parts of one bar, of the same unit, in order. */
export interface Bar {
  readonly name: string;
  readonly parts: readonly number[];
  /** Beside the bar. */
  readonly note: string;
}

const NAME_WIDTH = 90;
const NOTE_WIDTH = 190;
const THICKNESS = 24;
const STEP = 56;

/** A panel of horizontal bars, each of which may have several parts. */
export function bars(title: string, parts: readonly string[], all: readonly Bar[], area: Box): string {
  const longest = Math.max(...all.map(({ parts: own }) => sum(own)));
  const pixels = (area.width - NAME_WIDTH - NOTE_WIDTH) / longest;
  return [
    text(title, area.x, area.y - 24, { class: 'title' }),
    ...parts.map((part, at) => legend(part, at, area)),
    ...all.map((bar, at) => row(bar, area.x, area.y + 34 + at * STEP, pixels)),
  ].join('\n');
}

function legend(part: string, at: number, { x, y }: Box): string {
  const left = x + NAME_WIDTH + at * 130;
  return [
    element('rect', { x: left, y: y - 4, width: 12, height: 12, class: `part-${at}` }),
    text(part, left + 18, y + 7, { class: 'tick' }),
  ].join('');
}

function row({ name, parts, note }: Bar, x: number, y: number, pixels: number): string {
  const start = x + NAME_WIDTH;
  const middle = y + THICKNESS / 2 + 4;
  const pieces = parts.map((part, at) =>
    element('rect', {
      x: start + sum(parts.slice(0, at)) * pixels,
      y,
      width: part * pixels,
      height: THICKNESS,
      class: `part-${at}`,
    }),
  );
  return [
    text(name, start - 8, middle, { class: 'label', 'text-anchor': 'end' }),
    ...pieces,
    text(note, start + sum(parts) * pixels + 8, middle, { class: 'tick' }),
  ].join('');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
