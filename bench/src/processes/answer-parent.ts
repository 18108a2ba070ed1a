/**
 * Tells the parent the port, answers its questions over the IPC channel and ends when it is gone: that of a bench
 * that was killed as well.
 *
 * @param answers by question
 */
export function answerParent(
  port: number,
  answers: Readonly<Record<string, () => object>>,
  end: () => void,
): void {
  process.on('message', (question: string) => process.send?.(answers[question]?.() ?? {}));
  process.once('disconnect', end);
  process.send?.({ port });
}
