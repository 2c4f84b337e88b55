# Debian with an archive of packages of its own, and programs that leave behind what the real ones do, so that the
# example next door builds without a network. Context: `programs` beside this file, and the registry that
# scripts/accuracy/registry.ts makes.
ARG BASE=debian:bookworm-slim
FROM ${BASE}
COPY programs /usr/local/bin/
COPY registry /srv/registry/
# The package of the base image that the example upgrades.
ARG LIBCORE=1.0-1
RUN echo 'deb [trusted=yes] copy:/srv/registry/apt ./' >/etc/apt/sources.list \
 && rm -rf /etc/apt/sources.list.d /etc/apt/apt.conf.d/docker-clean \
 && printf 'APT::Sandbox::User "root";\n' >/etc/apt/apt.conf.d/one-user \
 && echo force-unsafe-io >/etc/dpkg/dpkg.cfg.d/unsafe-io \
 && touch /var/log/lastlog \
 && dpkg -i /srv/registry/libcore_${LIBCORE}_all.deb
