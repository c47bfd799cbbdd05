#include <chrono>
#include <iostream>

#include "sync-server/check/check_log.h"
#include "sync-server/commands/command.h"

namespace plumb::server {
namespace {

namespace fs = std::filesystem;

// One changed trust line makes every later line of its keys wrong: the first sentences say where to look.
constexpr std::size_t kMostTold = 200;

// A folder of its own beside the data, gone when this goes.
struct ScratchFolder {
    explicit ScratchFolder(fs::path given) : path(std::move(given)) {
        fs::remove_all(path);
        fs::create_directory(path);
    }
    ~ScratchFolder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    fs::path path;
};

void print(const CheckTotals& totals) {
    std::cout << "checked " << totals.lines << " lines of " << totals.chains.authors << " authors and " << totals.files
              << " files; on their way: " << totals.filesMissing << " files, named by no line: " << totals.filesUnnamed
              << ", authors with a gap: " << totals.chains.withGaps << ", with a fork: " << totals.chains.withForks
              << '\n';
    if (totals.filesDisposed > 0) std::cout << "disposed of with their cases: " << totals.filesDisposed << " files\n";
    if (totals.stale.empty()) return;
    std::cout << "not compared, since this version makes it anew when the server starts:";
    for (const auto& name : totals.stale) std::cout << ' ' << name;
    std::cout << '\n';
}

int check(const fs::path& data, const S3Options& files) {
    const auto server = openStopped(data);
    if (!server) return say(server.error());
    std::optional<S3Place> place;
    if (!files.files.empty()) {
        auto named = s3PlaceOf(files);
        if (!named) return say(named.error());
        place = std::move(*named);
    }
    const auto& folder = server->folder;
    const ScratchFolder scratch(folder.path / "checking");
    auto told = std::chrono::steady_clock::now();
    CheckVoice voice;
    std::size_t toldWrong = 0;
    voice.wrong = [&toldWrong](const std::string& sentence) {
        if (++toldWrong <= kMostTold) std::cout << sentence << std::endl;
    };
    voice.progress = [&told](const char* what, std::uint64_t done, std::uint64_t total) {
        const auto now = std::chrono::steady_clock::now();
        if (now - told < std::chrono::seconds(1) && done != total) return;
        told = now;
        std::cerr << "checking: " << done << " of " << total << ' ' << what << '\n';
    };
    const auto totals = checkLog(
        {storePlace(folder, server->config), folder.blobs(), scratch.path, server->config.rootKid, place}, voice);
    print(totals);
    if (totals.wrong == 0) {
        std::cout << "everything is as it was taken in" << std::endl;
        return 0;
    }
    std::cout << "wrong: " << totals.wrong << " things, "
              << (totals.wrong > kMostTold ? "the first of them told above" : "told above") << std::endl;
    return kFoundWrong;
}

}  // namespace

Run declareCheck(CLI::App& app) {
    const auto data = std::make_shared<fs::path>();
    addDataFolder(app, *data);
    const auto files = std::make_shared<S3Options>();
    addFilesPlace(app, *files);
    return [data, files] { return check(*data, *files); };
}

}  // namespace plumb::server
