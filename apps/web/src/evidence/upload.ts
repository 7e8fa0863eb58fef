import { contract, EvidenceFile, largestFile, Problem, type RefusalCode } from '@servanda/contract';
import { actKeys } from '../platform/act-keys.ts';
import { addressOf, Refused, Unreached } from '../platform/api.ts';

/** Where a file goes. */
export interface Piece {
  id: string;
  evidence: string;
}

/** What can be known of a file before it is sent; the service looks at its bytes. */
export function refusedBefore({ size }: { size: number }): RefusalCode | null {
  if (size > largestFile) return 'file_too_large';
  return size === 0 ? 'file_empty' : null;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * Sends one document and answers its record. `onSent` hears the share that has left, 0 to 1; fetch cannot tell it, hence the older request.
 * Throws `Refused`, `Unreached`, or the signal's reason where it was cancelled.
 */
export function upload(place: Piece, file: File, { onSent, signal }: { onSent: (share: number) => void; signal: AbortSignal }): Promise<EvidenceFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0));
    const act = `evidence.addFile ${place.evidence} ${file.name} ${file.size} ${file.lastModified}`;
    request.addEventListener('load', () => {
      if (request.status < 500) actKeys.answered(act);
      const answer = parsed(request.responseText);
      const kept = EvidenceFile.safeParse(answer);
      if (request.status === 201 && kept.success) return resolve(kept.data);
      const problem = Problem.safeParse(answer);
      reject(problem.success ? new Refused(problem.data) : new Unreached(`${request.status} ${request.statusText}`));
    });
    request.addEventListener('error', () => reject(new Unreached('The upload was cut off')));
    request.addEventListener('abort', () => reject(signal.reason));
    signal.addEventListener('abort', () => request.abort());
    request.open(contract.evidence.addFile.method, addressOf(contract.evidence.addFile, { params: place }));
    request.setRequestHeader('idempotency-key', actKeys.keyFor(act));
    request.setRequestHeader('accept', 'application/json, application/problem+json');
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}
