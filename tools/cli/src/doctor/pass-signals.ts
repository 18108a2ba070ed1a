import { signalProcess } from '../host/signal-process.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Lets what ends this process end a group of processes, too: Ctrl-C does not reach one that is not the terminal's.
 *
 * @param clear called before this process ends
 * @returns ends the passing
 */
export function passSignals(group: number, clear: () => void): () => void {
  const stop = () => {
    for (const name of SIGNALS) process.off(name, pass);
  };
  const pass = (name: NodeJS.Signals) => {
    stop();
    signalProcess(-group, name);
    clear();
    process.kill(process.pid, name);
  };
  for (const name of SIGNALS) process.on(name, pass);
  return stop;
}
