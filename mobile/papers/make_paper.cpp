#include "mobile/papers/make_paper.h"

#include <algorithm>
#include <filesystem>

#include "shared/papers/draft_papers.h"
#include "shared/papers/tablet_papers.h"
#include "shared/store/durable_file.h"

namespace plumb::mobile {
namespace {

constexpr const char* kOffice = "paper_office";
// What the last order said of its office (rectify/order_model.cpp).
constexpr const char* kOrderOffice = "order_office";
constexpr int kMostCopies = 1000;

// Titles are names of files: what a file system or a shell may take for something else becomes a dash.
std::string fileNameOf(const std::string& title) {
    std::string out = title;
    for (auto& c : out) {
        if (std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20)
            c = '-';
    }
    return out;
}

Result<papers::PrintedPaper> printed(store::TabletStore& tablet, const PaperAsk& ask) {
    document::PaperOrder order;
    order.record = ask.record;
    order.papers = ask.papers;
    order.language = ask.language;
    order.office = ask.office;
    order.page = papers::publicPageOf(tablet);
    order.ratePage = papers::ratePageOf(tablet);
    return papers::printPaper(tablet, order);
}

PapersInfo infoOf(const store::TabletStore& tablet, std::string_view type) {
    PapersInfo out{document::papersOf(type), tablet.setting(kOffice)};
    if (out.office.empty()) out.office = tablet.setting(kOrderOffice);
    return out;
}

}  // namespace

Result<PapersInfo> readPapers(LocalStore& store, const std::string& record) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto line = papers::TabletPapers(**tablet).line(record);
    if (!line) return fail(line.error());
    auto out = infoOf(**tablet, line->payload.type);
    // By the code of what no server has nobody can rate.
    const auto row = (*tablet)->recordById(record);
    const bool ratable = row && row->state != store::RecordState::refused && !papers::ratePageOf(**tablet).empty();
    if (ratable && !papers::TabletPapers(**tablet).visitCode(line->payload).empty())
        out.papers.emplace_back(document::kVisitRating);
    if (out.papers.empty()) return fail(ErrorKind::notFound, "no_paper", "there are no papers of such a record");
    return out;
}

Result<PapersInfo> readDraftPapers(LocalStore& store) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    return infoOf(**tablet, "inspection.submitted");
}

Result<PaperPlace> paperPlace(LocalStore& store, const std::string& office) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    if (office != (*tablet)->setting(kOffice)) {
        if (auto kept = (*tablet)->setSetting(kOffice, office); !kept) return fail(kept.error());
    }
    return PaperPlace{(*tablet)->folder(), (*tablet)->dataKey(), store.clock()};
}

Result<MadePaper> makePaper(const PaperPlace& place, const PaperAsk& ask) {
    const auto opened = store::TabletStore::open(place.folder, place.key, place.clock);
    if (!opened) return fail(opened.error());
    auto& tablet = **opened;
    Result<papers::PrintedPaper> paper = fail(ErrorKind::broken, "broken", "no paper was made");
    if (ask.draft) {  // what is drawn over its photos is sealed on the way, which one state of the store does not allow
        auto draft = papers::printDraft(tablet, ask.record, ask.papers, ask.language, ask.office);
        if (!draft) return fail(draft.error());
        paper = papers::PrintedPaper{};
        paper->pdf = std::move(*draft);
    } else {
        tablet.atOnce([&] { paper = printed(tablet, ask); });
    }
    if (!paper) return fail(paper.error());
    auto* pdf = &paper->pdf;
    MadePaper out;
    out.content = std::make_shared<const std::string>(std::move(pdf->content));
    out.title = pdf->title;
    out.pages = pdf->pages;
    out.as = paper->as;
    if (paper->issued) {
        out.issuedNumber = paper->issued->says.number;
        out.issuedAt = paper->issued->at;
    }
    for (const auto& character : pdf->unknown) out.unknown += (out.unknown.empty() ? "" : " ") + character;
    return out;
}

Result<std::string> savePaper(const MadePaper& paper, const std::string& folder) {
    std::error_code trouble;
    const std::filesystem::path place(folder);
    if (!std::filesystem::is_directory(place, trouble))
        return fail(ErrorKind::refused, "no_folder", "there is no folder " + folder);
    const auto name = fileNameOf(paper.title);
    for (int copy = 1; copy <= kMostCopies; ++copy) {
        const auto file = place / (name + (copy == 1 ? "" : " (" + std::to_string(copy) + ")") + ".pdf");
        if (std::filesystem::exists(file, trouble)) continue;
        if (auto done = store::writeDurably(file, asBytes(*paper.content)); !done) return fail(done.error());
        return file.string();
    }
    return fail(ErrorKind::refused, "no_folder", "the folder is full of copies of this paper");
}

}  // namespace plumb::mobile
