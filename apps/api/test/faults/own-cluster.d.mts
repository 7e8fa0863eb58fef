export interface Cluster {
  adminUrl: string;
  runtimeUrl: string;
  port: number;
  home: string;
  pid: () => number;
  stop: () => void;
}
export function ownCluster(home: string): Promise<Cluster>;
export function killAll(pid: number): void;
export function startAgain(home: string, port: number): Promise<{ pid: () => number; stop: () => void }>;
