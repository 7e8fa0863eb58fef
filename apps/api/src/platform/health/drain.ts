import { Injectable } from '@nestjs/common';

/** Whether this process is on its way out: not ready for new work, finishing what it has, closing each connection with its answer. */
@Injectable()
export class Drain {
  #isDraining = false;
  get isDraining(): boolean {
    return this.#isDraining;
  }
  begin(): void {
    this.#isDraining = true;
  }
}
