import type { CaptureReport } from '../capture/capture.ts';
import { TRIGGERS } from '../capture/trigger.ts';
import type { NumberMetric, NumberPoint } from './metric.ts';

/**
 * What was kept after the fact, and what waits for it. Each trigger is there from the start, as 0. The conventions have no names
 * for it.
 *
 * @param report of now
 */
export function measureCapture(report: () => CaptureReport): NumberMetric[] {
  return [
    {
      name: 'mesh.capture.triggers',
      description: 'Triggers that fired first here, by whether there was a budget left to keep the trace.',
      unit: '{trace}',
      kind: 'counter',
      read: () => triggerPoints(report()),
    },
    {
      name: 'mesh.capture.promoted',
      description: 'Traces of which this process keeps its part after the fact, whoever said so.',
      unit: '{trace}',
      kind: 'counter',
      read: () => [{ value: report().tally.promotedTraces }],
    },
    {
      name: 'mesh.capture.evicted',
      description: 'Spans and lines that were let go unseen, because of their age or for want of room.',
      unit: '{item}',
      kind: 'counter',
      read: () => [{ value: report().tally.evictedItems }],
    },
    {
      name: 'mesh.capture.missed',
      description: 'Traces that another process told of and of which nothing was parked here any more.',
      unit: '{trace}',
      kind: 'counter',
      read: () => [{ value: report().tally.missedTraces }],
    },
    {
      name: 'mesh.capture.told',
      description: 'What other processes were to be told: each trace at each address, by what became of it.',
      unit: '{trace}',
      kind: 'counter',
      read: () => tellPoints(report()),
    },
    {
      name: 'mesh.capture.bytes',
      description: 'What is parked, by an estimate of its memory.',
      unit: 'By',
      kind: 'gauge',
      read: () => [{ value: report().bytes }],
    },
    {
      name: 'mesh.capture.traces',
      description: 'Traces that are parked.',
      unit: '{trace}',
      kind: 'gauge',
      read: () => [{ value: report().traces }],
    },
  ];
}

function triggerPoints({ tally }: CaptureReport): NumberPoint[] {
  return TRIGGERS.flatMap((trigger) => [
    pointOf(trigger, 'promoted', tally.granted[trigger]),
    pointOf(trigger, 'refused', tally.refused[trigger]),
  ]);
}

function tellPoints({ tally }: CaptureReport): NumberPoint[] {
  const { told, failed, dropped } = tally.tells;
  return Object.entries({ told, failed, dropped }).map(([outcome, value]) => ({
    value,
    attributes: { 'mesh.capture.outcome': outcome },
  }));
}

function pointOf(trigger: string, verdict: string, value: number): NumberPoint {
  return { value, attributes: { 'mesh.capture.trigger': trigger, 'mesh.capture.verdict': verdict } };
}
