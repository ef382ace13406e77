/**
 * Runs a job while nobody else in this extension runs one of the same name; others wait for their turn.
 *
 * Web Locks end with whoever held them, a killed background included, so nothing is ever left locked.
 *
 * @param job is told whether it is alone for sure: not in a browser without Web Locks
 */
export async function locked<T>(name: string, job: (alone: boolean) => Promise<T>): Promise<T> {
  const { locks } = navigator as { readonly locks?: LockManager };
  if (locks === undefined) return job(false);
  // The lock's own answer is typed as the job's promise, which it awaits.
  return (await locks.request(name, () => job(true))) as T;
}
