import { smallRoot } from './small-root.ts';

const small = `${smallRoot}RUN mkdir -p /d/sub /e /z && head -c 100000 /dev/zero >/d/a && head -c 5000 /dev/zero >/d/sub/b && echo x >/e/x \\
    && head -c 20000 /dev/zero >/z/z && ln /d/a /d/hard && ln -s a /d/soft
`;

/** setxattr(2) by its number, with a vfs_cap_data of version 2 (linux/capability.h): Debian's base has no setcap. */
const setCapability = `perl -MPOSIX=uname -e '@capability = (@ARGV, pack("V5", 0x02000001, 0x400, 0, 0, 0)); \
exit syscall((uname)[4] eq "x86_64" ? 188 : 5, @capability[0..2], 20, 0)' /out/capable security.capability`;

const longName = 'long'.repeat(50);

/**
 * Dockerfiles by what the layers do that tools get wrong; their context is a folder that holds the Dockerfile. What has
 * to agree with another program (dive, Python's tarfile) is tried on them all.
 */
export const awkwardImages: Readonly<Record<string, string>> = {
  'nothing above the first layer that has files': `${smallRoot}RUN true
`,
  'nothing wasted': `${small}RUN echo new >/new
COPY Dockerfile /Dockerfile
`,
  deletions: `${small}RUN rm /d/a
RUN rm -rf /d/sub /e
RUN mkdir /e && echo again >/e/x
RUN rm -rf /e
RUN rm -rf /d /z
`,
  'rewrites, with other content and without': `${small}RUN echo shorter >/d/a
RUN chown 7:7 /d/sub/b && touch /e/x
RUN chmod 600 /d/sub/b && mv /e/x /e/y
RUN chown -R 8:8 /d
`,
  links: `${small}RUN ln /d/sub/b /d/twin && ln -s /nowhere /d/dangling && ln -s d /via && ln -s ../d/sub /e/up
RUN rm /d/hard && echo through >>/d/soft && echo new >/via/new
COPY Dockerfile /via/sub/copied
RUN rm /d/soft /d/twin /via && rm -rf /e/up && mkdir /via && echo own >/via/new
`,
  'emptied directories': `${small}RUN rm -rf /d && mkdir /d && echo new >/d/a
RUN rm -rf /d/a && mkdir /d/a && echo in >/d/a/in
RUN rm -rf /d && mkdir /d
RUN rm -rf /d
`,
  'files over directories, directories over files': `${small}RUN rm -rf /d && echo file >/d
RUN rm -rf /d && mkdir -p /d/sub && echo b >/d/sub/b
RUN rm -rf /e && ln -s /d /e
RUN rm /e && mkdir /e
RUN rm -rf /d /e
`,
  'the same layers again': `${small}COPY Dockerfile /copies/a
COPY Dockerfile /copies/a
RUN rm /copies/a
COPY Dockerfile /copies/a
RUN true
RUN rm /copies/a
RUN true
`,
  'several stages, linked copies, capabilities': `FROM test/debian:bookworm AS build
RUN mkdir /out && head -c 300000 /dev/urandom >/out/a && ln /out/a /out/b && cp /out/a /out/c && cp /bin/true /out/capable
RUN ${setCapability}
FROM test/debian:bookworm
COPY --link --from=build /out /out
COPY --from=build /out /out2
RUN rm /out2/b && touch /out/a
RUN rm -rf /usr/share/doc /out2 && cp /etc/passwd /p && mv /p /etc/passwd
`,
  'names that sort before a dot, that hold spaces, that are no UTF-8': `${smallRoot}RUN echo x >/+q && echo y >'/!z' && echo s >'/a b' && echo n >"/$(printf 'n\\377')" && mkdir '/-d' && echo d >'/-d/d'
RUN rm /+q '/!z' && mkdir /+q && rm "/$(printf 'n\\377')"
RUN rm -rf /+q '/a b' /-d && mkdir /-d
RUN rm -rf /-d
`,
  'names that are long, that are not ASCII': `${smallRoot}RUN mkdir -p /${longName}/${longName} /日本 && echo x >/${longName}/${longName}/é && ln /${longName}/${longName}/é /日本/ü \\
    && ln -s /${longName}/${longName}/é /日本/${longName}
RUN echo more >>/日本/ü && rm /${longName}/${longName}/é
RUN rm -rf /${longName} && mv /日本 /本
`,
  'modes, pipes, holes': `${small}RUN cp /bin/cat /d/setuid && chown 7:8 /d/setuid && chmod 6755 /d/setuid && mkdir -m 1777 /sticky && mkfifo /pipe \\
    && truncate -s 5000000 /hole && truncate -s 3000000 /data && echo end >>/data && : >/empty
RUN chmod 755 /d/setuid && rm /pipe && echo file >/pipe && truncate -s 100 /hole
`,
  'many files and a large one': `${small}RUN mkdir /many && i=0 && while [ $i -lt 2000 ]; do echo $i >/many/$i; i=$((i + 1)); done
RUN head -c 5000000 /dev/urandom >/large
RUN rm /many/1* && chown -R 7:7 /many
`,
};
