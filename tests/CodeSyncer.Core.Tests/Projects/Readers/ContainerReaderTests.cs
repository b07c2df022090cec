namespace CodeSyncer.Core.Tests.Projects.Readers;

public sealed class ContainerReaderTests
{
    [Fact]
    public void The_last_stage_of_a_dockerfile_counts()
    {
        var image = Assert.Single(Manifests.Scan(("api/Dockerfile", """
            # syntax=docker/dockerfile:1
            ARG NODE=20.11.1
            FROM --platform=$BUILDPLATFORM node:${NODE}-alpine AS base
            EXPOSE 9229
            FROM base AS build
            RUN npm ci && \
                npm run build
            FROM base
            EXPOSE 8080 443
            ENTRYPOINT ["node", "dist/server.js"]
            CMD --port 8080
            """)).Images);

        Assert.Equal("node:20.11", image.Base);
        Assert.Equal(["443", "8080"], image.Ports);
        Assert.Equal("node dist/server.js --port 8080", image.Starts);
    }

    [Theory]
    [InlineData("FROM scratch", "scratch")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0.1@sha256:abcd", "mcr.microsoft.com/dotnet/aspnet:10.0")]
    [InlineData("FROM localhost:5000/x/y:latest", "localhost:5000/x/y")]
    [InlineData("FROM $UNKNOWN", null)]
    [InlineData("FROM", null)]
    [InlineData("", null)]
    public void The_base_is_told_without_what_changes_at_every_update(string text, string? expected) =>
        Assert.Equal(expected, Assert.Single(Manifests.Scan(("Dockerfile", text)).Images).Base);

    [Fact]
    public void Services_of_a_compose_file_without_their_secrets()
    {
        var services = Manifests.Scan(
            ("deploy/compose.yaml", """
                x-base: &base
                  depends_on: [db]
                services:
                  web:
                    <<: *base
                    build: { context: ../web }
                    ports: ["${PORT:-8080}:80", { target: 443, published: 8443 }]
                    environment: { PASSWORD: hunter2 }
                  db:
                    image: postgres:${PG:-17.2}-alpine
                  broker:
                    image: rabbitmq:4
                    depends_on:
                      db: { condition: service_healthy }
                """),
            ("web/Dockerfile", "FROM nginx")).Services;

        Assert.Equal(["broker", "db", "web"], services.Select(service => service.Name));
        Assert.Equal(["db"], services[0].Needs);
        Assert.Equal("postgres:17.2", services[1].Image);
        Assert.Equal("web/Dockerfile", services[2].BuildPath);
        Assert.Equal(["8080:80", "8443:443"], services[2].Ports);
        Assert.Equal(["db"], services[2].Needs);
    }

    [Fact]
    public void A_bomb_of_aliases_is_read_without_growing()
    {
        var lines = string.Concat(Enumerable.Range(1, 40).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        var services = Manifests.Scan(("compose.yml", $"a0: &a0 [lol]\n{lines}services:\n  web: {{ image: nginx, ports: *a40 }}\n")).Services;

        Assert.Equal("web", Assert.Single(services).Name);
    }
}
