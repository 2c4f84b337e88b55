FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends python3
WORKDIR /app
COPY . .
USER nobody
CMD ["python3", "server.py"]
