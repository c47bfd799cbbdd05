// plumb sync --home H
#include "shared/sync/engine.h"
#include "tools/plumb/app.h"

namespace plumb::cli {

void addSync(CLI::App& app, int& exit) {
    auto options = std::make_shared<HomeOptions>();
    auto* command = app.add_subcommand("sync", "Send what waits, fetch what is new, prove both");
    addHome(*command, *options);
    command->callback([options, &exit] {
        auto store = openHome(*options);
        if (!store) {
            exit = report(store.error(), options->json);
            return;
        }
        const auto done = sync::Engine(**store).run();
        if (!done) {
            exit = report(done.error(), options->json);
            return;
        }
        json::object out{{"sent", done->sent},
                         {"refused", done->refused},
                         {"proved", done->proved},
                         {"pulled", done->pulled},
                         {"waiting", done->waiting},
                         {"began_anew", done->beganAnew},
                         {"not_believed", done->notBelieved},
                         {"files_sent", done->filesSent},
                         {"files_fetched", done->filesFetched},
                         {"files_lost", done->filesLost},
                         {"files_missing", done->files.missing},
                         {"clock", clockObject(done->clock)},
                         {"log_size", done->logSize},
                         {"bytes_up", done->bytesUp},
                         {"bytes_down", done->bytesDown},
                         {"problems", json::array(done->problems.begin(), done->problems.end())}};
        std::string text = "sent " + std::to_string(done->sent) + ", proved " + std::to_string(done->proved) +
                           ", pulled " + std::to_string(done->pulled) + ", files sent " +
                           std::to_string(done->filesSent) + "; the log has " + std::to_string(done->logSize) +
                           " entries\n";
        if (const auto missing = notThereSentence(done->files, "file"); !missing.empty()) text += missing + "\n";
        if (const auto clock = clockSentence(done->clock); !clock.empty()) text += clock + "\n";
        for (const auto& problem : done->problems) text += "problem: " + problem + "\n";
        print(out, text, options->json);
        exit = done->refused == 0 && done->files.missing == 0 ? kDone : kNo;
    });
}

}  // namespace plumb::cli
