/** Computes at the first call, and once. */
export function once(compute) {
    let made = null;
    return () => {
        made ??= { value: compute() };
        return made.value;
    };
}
