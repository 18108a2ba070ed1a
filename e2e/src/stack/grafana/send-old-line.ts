const day = 24 * 60 * 60 * 1000;

/** A log line of a month ago, which Loki refuses for good: the one thing of the pipeline that is lost. */
export async function sendOldLine(otlpUrl: string): Promise<void> {
  const record = { timeUnixNano: `${Date.now() - 30 * day}000000`, body: { stringValue: 'an old line' } };
  const attributes = [{ key: 'service.name', value: { stringValue: 'old' } }];
  const resourceLogs = [{ resource: { attributes }, scopeLogs: [{ logRecords: [record] }] }];
  const response = await fetch(`${otlpUrl}/v1/logs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ resourceLogs }),
  });
  if (!response.ok) throw new Error(`the collector answered ${response.status}`);
}
