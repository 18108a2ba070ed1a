import { until } from '../../testing/until.ts';
import type { Stack } from '../testing/open-stack.ts';
import { askPrometheus } from './ask-prometheus.ts';

/** An alert as Grafana's page of alerts shows it. */
export interface Alert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly state: string;
}

/** Scrapes of 10 s that may take as long, windows of 30 s, and the collector's flush. */
const limitMs = 90_000;

export async function firingAlerts({ prometheusUrl }: Stack, name: string): Promise<Alert[]> {
  const { data } = await askPrometheus<{ data: { alerts: Alert[] } }>(prometheusUrl, 'alerts', {});
  return data.alerts.filter(({ labels, state }) => labels['alertname'] === name && state === 'firing');
}

export function untilFiring(stack: Stack, name: string): Promise<Alert[]> {
  const ask = async () => {
    const alerts = await firingAlerts(stack, name);
    return alerts.length > 0 && alerts;
  };
  return until(`${name} to fire`, ask, limitMs);
}

export function untilCleared(stack: Stack, name: string): Promise<boolean> {
  return until(`${name} to clear`, async () => (await firingAlerts(stack, name)).length === 0, limitMs);
}
