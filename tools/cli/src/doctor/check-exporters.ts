import type { Env } from '../command.ts';
import { askCollector, type Outcome } from './ask-collector.ts';
import type { Check } from './check.ts';
import type { Facts } from './read-report.ts';

const SIGNALS = ['traces', 'logs', 'metrics'] as const;

/**
 * Whether what listens at each signal's address takes OTLP.
 * @param limitMs for an answer; the exporters' own limit is twice the default
 */
export async function checkExporters(facts: Facts, env: Env, limitMs = 5_000): Promise<Check[]> {
  return await Promise.all(
    SIGNALS.map(async (signal): Promise<Check> => {
      const url = facts[signal];
      const name = `exporter ${signal}`;
      if (url === 'none')
        return { name, ok: true, sentence: `No ${signal} are sent over OTLP, as it is configured.` };
      const outcome = await askCollector({ url, signal, env, limitMs });
      const problem = problemOf(url, outcome);
      if (problem) return { name, ok: false, sentence: problem };
      return { name, ok: true, sentence: `${url} takes ${signal}.` };
    }),
  );
}

const WRONG_PORT = 'OTLP over HTTP has port 4318, and 4317 is that of OTLP over gRPC';

function problemOf(url: string, { status, code }: Outcome): string | undefined {
  if (code !== undefined) return reasonOf(url, code);
  if (status === 200) return undefined;
  if (status === 401 || status === 403)
    return `${url} answered ${status}: give it its credentials in OTEL_EXPORTER_OTLP_HEADERS.`;
  if (status === 404 || status === 405)
    return `${url} answered ${status} and so is no collector, or has another path: ${WRONG_PORT}.`;
  return `${url} answered ${status}: see the log of the collector.`;
}

function reasonOf(url: string, code: string): string {
  if (code === 'ECONNREFUSED')
    return `Nothing listens at ${url}: start the collector, or set OTEL_EXPORTER_OTLP_ENDPOINT.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `The name of the host in ${url} is not known: correct OTEL_EXPORTER_OTLP_ENDPOINT, or the DNS.`;
  if (code === 'TIMEOUT')
    return `${url} did not answer in time: see whether a firewall is between, and the log of the collector.`;
  if (/CERT|SIGN|ISSUER|ALTNAME/.test(code))
    return `The certificate of ${url} is not believed (${code}): name the file of its authority in OTEL_EXPORTER_OTLP_CERTIFICATE.`;
  if (/SSL|TLS|EPROTO/.test(code))
    return `${url} does not speak TLS as it should (${code}): write http:// where it speaks none, and give OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE where it asks for one.`;
  if (/^HPE_|ECONNRESET|EPIPE/.test(code))
    return `What listens at ${url} does not speak HTTP/1 (${code}): ${WRONG_PORT}.`;
  return `${url} cannot be reached (${code}): correct OTEL_EXPORTER_OTLP_ENDPOINT, or the network.`;
}
