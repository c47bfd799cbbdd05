// plumb: the command line of Plumbline, on the same library as the app.
#include <iostream>

#include "tools/plumb/app.h"

int main(int argc, char** argv) {
    using namespace plumb::cli;
    CLI::App app("plumb: inspections, signed records, sync and proofs, without a screen", "plumb");
    app.set_version_flag("--version", "plumb " PLUMB_VERSION);
    app.require_subcommand(1);
    app.footer(
        "The PIN comes from PLUMB_PIN or a prompt. Exit codes: 0 done, 1 refused or not proved, 2 usage, 3 offline, 4 "
        "wrong PIN, 5 no space, 6 broken store or machine.");
    int exit = kDone;
    addEnrol(app, exit);
    addAdmin(app, exit);
    addChecklist(app, exit);
    addForm(app, exit);
    addInspect(app, exit);
    addReview(app, exit);
    addRecords(app, exit);
    addSync(app, exit);
    addBundle(app, exit);
    addStandards(app, exit);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    } catch (const std::exception& error) {
        std::cerr << "plumb: " << error.what() << "\n";
        return kBroken;
    }
    return exit;
}
