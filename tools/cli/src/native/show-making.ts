import type { Progress } from '../up/progress.ts';

/** Shows that something is being made that takes minutes. */
export interface MakingShown {
  /** Begins to show one; the function that it answers counts a package of it. */
  begin(name: string): () => void;
  /** It is made. */
  done(name: string): void;
  /** Stops showing anything. */
  end(): void;
}

interface Entry {
  readonly since: number;
  packages: number;
}

const TICK_MS = 1_000;
/** Where lines cannot be rewritten: often enough to see that it goes on, seldom enough to read the rest. */
const LINE_MS = 20_000;

/** Names what is being made with its seconds and packages, if it has any: on a terminal each second, else in a line each 20 s. */
export function showMaking(progress: Progress, canRewrite: boolean): MakingShown {
  const entries = new Map<string, Entry>();
  const show = () => {
    const names = [...entries].map(([name, entry]) => describe(name, entry));
    if (canRewrite) progress.waitFor(names);
    else if (names.length > 0) progress.say(`  … ${names.join(', ')}`);
  };
  const timer = setInterval(show, canRewrite ? TICK_MS : LINE_MS);
  return {
    begin(name) {
      const entry = { since: performance.now(), packages: 0 };
      entries.set(name, entry);
      if (canRewrite) show();
      return () => {
        entry.packages += 1;
      };
    },
    done(name) {
      entries.delete(name);
      progress.waitFor([]);
      progress.done(name);
    },
    end() {
      clearInterval(timer);
      progress.waitFor([]);
    },
  };
}

function describe(name: string, { since, packages }: Entry): string {
  const seconds = Math.round((performance.now() - since) / 1_000);
  return `${name} (${seconds} s${packages > 0 ? `, ${packages} packages` : ''})`;
}
