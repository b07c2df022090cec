using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Tests.Projects.Readers;

public sealed class OtherReaderTests
{
    [Fact]
    public void A_laravel_application()
    {
        var project = Manifests.Only(("composer.json", """
            { "name": "shop/app", "type": "project", "require": { "php": "^8.2.1", "laravel/framework": "^11.0" },
              "require-dev": { "phpunit/phpunit": "^11.0" }, "scripts": { "lint": ["pint"] } }
            """), ("artisan", null));

        Assert.Equal(ProjectKind.WebApplication, project.Kind);
        Assert.Equal(["PHP ^8.2"], project.Runtimes);
        Assert.Equal(["Laravel 11", "PHPUnit"], project.PackageNames());
        Assert.Equal(["vendor/bin/phpunit"], project.CommandsFor(CommandPurpose.Test));
        Assert.Equal(["composer run lint"], project.CommandsFor(CommandPurpose.Check));
        Assert.Equal([new EntryPoint(null, "artisan")], project.EntryPoints);
    }

    [Fact]
    public void A_rails_application()
    {
        var project = Manifests.Only(("app/Gemfile", """
            source "https://rubygems.org"
            ruby "3.3.5"
            gem "rails", "~> 8.0.1"
            gem "pg" # gem "mysql2"
            gem "shared", path: "../../out"
            """), ("app/config.ru", null));

        Assert.Equal("app", project.Name);
        Assert.Equal(ProjectKind.WebApplication, project.Kind);
        Assert.Equal(["Ruby 3.3"], project.Runtimes);
        Assert.Equal(["PostgreSQL", "Rails 8"], project.PackageNames());
        Assert.Equal(["bin/rails test"], project.CommandsFor(CommandPurpose.Test));
    }

    [Fact]
    public void A_gem_with_a_command()
    {
        var project = Manifests.Only(("shop.gemspec", """
            Gem::Specification.new do |spec|
              spec.name = "shop"
              spec.summary = "Sells things"
              spec.required_ruby_version = ">= 3.1.0"
              spec.executables = ["shop", "shopd"]
              spec.add_dependency "thor", "~> 1.3"
              spec.add_development_dependency("rspec", "~> 3.0")
            end
            """), ("Gemfile", "gemspec\n"));

        Assert.Equal("shop", project.Name);
        Assert.Equal("Sells things", project.Description);
        Assert.Equal(["shop", "shopd"], project.EntryPoints.Select(entry => entry.Name));
        Assert.Equal(["bundle exec rspec"], project.CommandsFor(CommandPurpose.Test));
    }

    [Fact]
    public void A_flutter_application_and_the_package_that_it_uses()
    {
        var stack = Manifests.Scan(
            ("app/pubspec.yaml", """
                name: shop_app
                environment:
                  sdk: '>=3.4.0 <4.0.0'
                dependencies:
                  flutter: { sdk: flutter }
                  shop_core:
                    path: ../core
                dev_dependencies:
                  flutter_test:
                    sdk: flutter
                """),
            ("app/lib/main.dart", null),
            ("core/pubspec.yaml", "name: shop_core\ndev_dependencies:\n  test: ^1.25.0\n"));

        var app = stack.Named("shop_app");
        Assert.Equal(ProjectKind.Application, app.Kind);
        Assert.Equal(["Dart >=3.4 <4.0"], app.Runtimes);
        Assert.Equal(["flutter test"], app.CommandsFor(CommandPurpose.Test));
        Assert.Equal(["shop_core"], app.Uses());
        Assert.Equal(["dart test"], stack.Named("shop_core").CommandsFor(CommandPurpose.Test));
    }

    [Fact]
    public void A_module_of_powershell_and_not_its_data_files()
    {
        var project = Manifests.Only(
            ("module/Shop.psd1", """
                <# Module manifest #>
                @{
                    RootModule        = 'Shop.psm1'   # the code
                    ModuleVersion     = '1.2.3'
                    Description       = 'It''s a "shop" = open'
                    PowerShellVersion = '7.4'
                    RequiredModules   = @('Pester', @{ ModuleName = 'Other'; ModuleVersion = '9.9.9' })
                    PrivateData       = @{ PSData = @{ Tags = @('a') ; Description = 'inner' } }
                }
                """),
            ("module/en-US/Messages.psd1", "@{ Hello = 'Hello' }\n"));

        Assert.Equal("Shop", project.Name);
        Assert.Equal("It's a \"shop\" = open", project.Description);
        Assert.Equal(["PowerShell 7.4"], project.Runtimes);
        Assert.Equal([new EntryPoint("Shop.psm1", null)], project.EntryPoints);
        Assert.Equal(["Pester"], project.PackageNames());
    }

    [Fact]
    public void Targets_of_cmake_and_what_they_link()
    {
        var stack = Manifests.Scan(
            ("CMakeLists.txt", """
                cmake_minimum_required(VERSION 3.20)
                project(shop LANGUAGES CXX)
                set(CMAKE_CXX_STANDARD 20)
                find_package(Qt6 REQUIRED COMPONENTS Core)
                #[[ add_executable(ghost ghost.cpp) ]]
                add_subdirectory(src)
                enable_testing()
                """),
            ("src/CMakeLists.txt", """
                add_library(${PROJECT_NAME}_core STATIC a.cpp) # add_library(none)
                add_library(Shop::core ALIAS shop_core)
                add_executable(shopd main.cpp "b c.cpp")
                target_link_libraries(shopd PRIVATE shop_core Qt6::Core)
                add_executable(core_test core_test.cc)
                target_link_libraries(core_test shop_core GTest::gtest_main)
                add_test(NAME core COMMAND core_test)
                """),
            ("src/main.cpp", null));

        var root = Assert.Single(stack.BuildRoots);
        Assert.Equal(["C++20"], root.Runtimes);
        Assert.Equal(["ctest --test-dir build"], root.CommandsFor(CommandPurpose.Test));
        var daemon = stack.Named("shopd");
        Assert.Equal(ProjectKind.Application, daemon.Kind);
        Assert.Equal(["C++"], daemon.Languages);
        Assert.Equal(["shop_core"], daemon.Uses());
        Assert.Equal([new EntryPoint(null, "src/main.cpp")], daemon.EntryPoints);
        Assert.Equal(ProjectKind.Test, stack.Named("core_test").Kind);
        Assert.Equal(3, stack.Projects.Count);
    }

    [Fact]
    public void A_makefile_tells_the_targets_that_a_newcomer_looks_for()
    {
        var root = Assert.Single(Manifests.Scan(("Makefile", "CC := gcc\n.PHONY: test build\nbuild: main.o ; cc\ntest lint:: build\n\t@echo install: x\nall: build\n")).BuildRoots);

        Assert.Equal(["make build", "make test", "make lint"], root.Commands.Select(command => command.Text));
    }

    [Fact]
    public void A_makefile_without_such_targets_is_passed_over() => Assert.Empty(Manifests.Scan(("docs/Makefile", "html:\n\tsphinx\n")).BuildRoots);
}
