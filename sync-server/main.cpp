// plumbserver: reads which command is meant and runs it (commands/).
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <iostream>

#include "sync-server/commands/command.h"

int main(int argc, char** argv) {
    spdlog::set_default_logger(spdlog::stderr_color_mt("plumbserver"));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    CLI::App app("The Plumbline sync server");
    app.set_version_flag("--version", PLUMB_VERSION);
    app.require_subcommand(1);
    plumb::server::Run run;
    for (const auto& command : plumb::server::commands()) {
        auto& declared = *app.add_subcommand(command.name, command.help);
        declared.callback([&run, does = command.declare(declared)] { run = does; });
    }
    CLI11_PARSE(app, argc, argv);
    try {
        return run();
    } catch (const std::exception& broken) {
        std::cerr << "plumbserver: " << broken.what() << '\n';
        return 2;
    }
}
