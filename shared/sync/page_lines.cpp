#include "shared/sync/page_lines.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <optional>
#include <thread>

#include "shared/sync/tuning.h"

namespace plumb::sync {
namespace {

PageLine readOne(std::uint64_t index, const std::string& text, const domain::TrustBook& book) {
    auto line = record::Line::parse(text);
    if (!line) {
        auto why = fail(line.error());
        return {index, std::move(line), why, {}};
    }
    auto payload = record::parsePayload(line->payload());
    Result<void> signature;
    if (payload && !domain::isTrustType(payload->type)) signature = book.checkSignature(*line);
    return {index, std::move(line), std::move(payload), std::move(signature)};
}

}  // namespace

std::vector<PageLine> readPage(const std::vector<std::pair<std::uint64_t, std::string>>& lines,
                               const domain::TrustBook& book) {
    std::vector<std::optional<PageLine>> read(lines.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (auto i = next++; i < lines.size(); i = next++)
            read[i].emplace(readOne(lines[i].first, lines[i].second, book));
    };
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t helpers = std::min(cores, lines.size() / kLinesAThread + 1) - 1;
    {
        std::vector<std::future<void>> others;
        for (std::size_t i = 0; i < helpers; ++i) others.push_back(std::async(std::launch::async, work));
        work();
        for (auto& other : others) other.get();
    }
    std::vector<PageLine> out;
    out.reserve(read.size());
    for (auto& one : read) out.push_back(std::move(*one));
    return out;
}

}  // namespace plumb::sync
