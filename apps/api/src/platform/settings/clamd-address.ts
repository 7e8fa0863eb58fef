/** Where a clamd listens: `tcp://host:port` or `unix:/path`. */
export const clamdAddress = /^(?:tcp:\/\/(?:\[[^\]/]+\]|[^:/]+):\d{1,5}|unix:\/.+)$/;
