import { runLab } from './run-lab.ts';

// biome-ignore lint/style/noProcessEnv: the one place of the lab that reads the environment
await runLab(process.argv.slice(2), process.env as Record<string, string>);
