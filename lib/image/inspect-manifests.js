/**
 * `GET /images/{name}/json?manifests=1`: an image with the manifests of its index, since API 1.48 and on the containerd
 * store alone. By hand, since dockerode's `inspect` loses its options on the way.
 */
export function inspectManifests(docker, reference) {
    const request = {
        path: `/images/${reference}/json?`,
        method: 'GET',
        options: { manifests: true },
        statusCodes: { 200: true, 404: 'no such image', 500: 'server error' },
    };
    return new Promise((resolve, reject) => {
        docker.modem.dial(request, (error, answer) => (error ? reject(error) : resolve(answer)));
    });
}
