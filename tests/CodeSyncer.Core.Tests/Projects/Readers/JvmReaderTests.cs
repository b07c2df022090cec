using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Tests.Projects.Readers;

public sealed class JvmReaderTests
{
    private const string Parent = """
        <?xml version="1.0" encoding="UTF-8"?>
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <groupId>org.shop</groupId><artifactId>shop</artifactId><version>1.0.0</version><packaging>pom</packaging>
          <modules><module>api</module><module>core</module></modules>
          <properties><java.version>21</java.version></properties>
        </project>
        """;

    [Fact]
    public void Modules_of_maven_inherit_and_refer_to_each_other()
    {
        var stack = Manifests.Scan(
            ("pom.xml", Parent), ("mvnw", null),
            ("api/pom.xml", """
                <project>
                  <parent><groupId>org.shop</groupId><artifactId>shop</artifactId><version>1.0.0</version></parent>
                  <artifactId>shop-api</artifactId>
                  <dependencies>
                    <dependency><groupId>${project.groupId}</groupId><artifactId>shop-core</artifactId></dependency>
                    <dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency>
                    <dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId></dependency>
                  </dependencies>
                  <build><plugins><plugin><groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build>
                </project>
                """),
            ("core/pom.xml", """<project><parent><artifactId>shop</artifactId><groupId>org.shop</groupId></parent><artifactId>shop-core</artifactId></project>"""));

        Assert.Equal(["./mvnw test"], Assert.Single(stack.BuildRoots).CommandsFor(CommandPurpose.Test));
        var api = stack.Named("shop-api");
        Assert.Equal(ProjectKind.Application, api.Kind);
        Assert.Equal(["Java 21"], api.Runtimes);
        Assert.Equal(["JUnit", "Spring Boot"], api.PackageNames());
        Assert.Equal(["shop-core"], api.Uses());
    }

    [Fact]
    public void Parents_that_form_a_circle_end()
    {
        static string Pom(string name, string parent) =>
            $"<project><artifactId>{name}</artifactId><parent><artifactId>{parent}</artifactId><relativePath>../{parent}</relativePath></parent></project>";

        Assert.Equal(2, Manifests.Scan(("a/pom.xml", Pom("a", "b")), ("b/pom.xml", Pom("b", "a"))).Projects.Count);
    }

    [Theory]
    [InlineData("<project><artifactId>a</artifactId><properties><maven.compiler.source>1.8</maven.compiler.source></properties></project>", "Java 8")]
    [InlineData("<project><artifactId>a</artifactId><properties><r>17</r><maven.compiler.release>${r}</maven.compiler.release></properties></project>", "Java 17")]
    public void The_version_of_java_is_told(string pom, string runtime) => Assert.Equal([runtime], Manifests.Only(("pom.xml", pom)).Runtimes);

    [Fact]
    public void A_build_of_gradle_in_kotlin_with_a_version_catalog()
    {
        var stack = Manifests.Scan(
            ("settings.gradle.kts", "rootProject.name = \"shop\"\ninclude(\":app\", \":core:model\")\n"),
            ("gradlew", null),
            ("build.gradle.kts", "plugins {\n    alias(libs.plugins.kotlin.jvm) apply false\n}\n"),
            ("gradle/libs.versions.toml", """
                [versions]
                kotlin = "2.1.0"
                [libraries]
                ktor-server = { module = "io.ktor:ktor-server-core", version = "3.0.0" }
                [plugins]
                kotlin-jvm = { id = "org.jetbrains.kotlin.jvm", version.ref = "kotlin" }
                """),
            ("app/build.gradle.kts", """
                plugins {
                    alias(libs.plugins.kotlin.jvm)
                    application
                }
                // implementation("org.postgresql:postgresql:42.7.0")
                dependencies {
                    implementation(libs.ktor.server)
                    implementation(project(":core:model"))
                }
                kotlin { jvmToolchain(21) }
                application { mainClass.set("org.shop.MainKt") }
                """),
            ("core/model/build.gradle.kts", "plugins { id(\"java-library\") }\n"));

        Assert.Equal(["./gradlew build"], Assert.Single(stack.BuildRoots).CommandsFor(CommandPurpose.Build));
        var app = stack.Named("app");
        Assert.Equal(ProjectKind.Application, app.Kind);
        Assert.Equal(["Kotlin"], app.Languages);
        Assert.Equal(["Java 21"], app.Runtimes);
        Assert.Equal(["Ktor"], app.PackageNames());
        Assert.Equal([new EntryPoint("org.shop.MainKt", null)], app.EntryPoints);
        Assert.Equal(["core:model"], app.Uses());
        Assert.Equal(["Java"], stack.Named("core:model").Languages);
        Assert.Equal(2, stack.Projects.Count);
    }

    [Fact]
    public void A_single_build_of_gradle_in_groovy()
    {
        var project = Manifests.Only(
            ("settings.gradle", "rootProject.name = 'petstore'\n"),
            ("build.gradle", """
                plugins {
                  id 'java'
                  id 'org.springframework.boot' version '3.4.1'
                }
                java { toolchain { languageVersion = JavaLanguageVersion.of(17) } }
                dependencies {
                  runtimeOnly 'org.postgresql:postgresql'
                  testImplementation "org.junit.jupiter:junit-jupiter:5.11.4"
                }
                """));

        Assert.Equal("petstore", project.Name);
        Assert.Equal(["JUnit", "PostgreSQL", "Spring Boot 3"], project.PackageNames());
        Assert.Equal(["gradle bootRun"], project.CommandsFor(CommandPurpose.Run));
    }
}
