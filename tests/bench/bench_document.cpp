// A record's paper and its score sheet, three pages without photos, as PDF. Usage: bench_document [--quick]
// Prints `bench <name> <value> <unit>`; limits are those of DESIGN's table: 0.1 s, 60 KB.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <vector>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/score/score.h"
#include "shared/checklist/score/stated_score.h"
#include "shared/document/papers/inspection_facts.h"
#include "shared/document/papers/papers.h"
#include "shared/document/sign/sign_pdf.h"
#include "shared/document/sign/verify_pdf.h"

using namespace plumb;
using Steady = std::chrono::steady_clock;

namespace {

// Of all threads.
double workedSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    std::ifstream file(PLUMB_SOURCE_DIR "/assets/checklists/c1.json", std::ios::binary);
    const auto checklist = checklist::loadChecklist(std::string(std::istreambuf_iterator<char>(file), {})).value();
    record::Payload payload;
    payload.region = "620321";
    payload.at = *parseInstant("2026-11-22T09:22:00.000+08:00");
    records::InspectionBody body;
    body.kind = "acceptance";
    body.checklist = {"c1", "1", {}};
    body.started = body.finished = payload.at;
    body.team = {"检查员甲", "检查员乙"};
    for (const auto& question : checklist->questions) {
        if (!question.choices.empty()) body.answers.values[question.id] = question.choices.front().name;
    }
    body.answers.local = checklist::LocalDay{std::chrono::minutes(480), parseDay("2026-11-22")};
    body.score = checklist::statedOf(checklist::scoreAnswers(*checklist, body.answers).value());
    const document::InspectionSource source{{payload, {}, "kid", "检查员甲"}, body, *checklist};
    document::PrintJob job;
    job.layouts = {document::builtinLayout("inspection_record", "zh"), document::builtinLayout("score_sheet", "zh")};
    job.at = payload.at;
    std::vector<double> took, worked;  // seconds; what the processor worked is what a busy machine does not lengthen
    document::Pdf pdf;
    for (int round = 0; round < (quick ? 3 : 15); ++round) {
        const auto begun = Steady::now();
        const double before = workedSeconds();
        pdf = document::print(job, document::inspectionFacts(source, "zh"), [](std::string_view) {
                  return std::string();
              }).value();
        took.push_back(std::chrono::duration<double>(Steady::now() - begun).count());
        worked.push_back(workedSeconds() - before);
    }
    std::printf("bench document.first %.4f s\n", took.front());
    std::sort(took.begin(), took.end());
    std::sort(worked.begin(), worked.end());
    const double median = took[took.size() / 2], cpu = worked[worked.size() / 2];
    std::printf("bench document.time %.4f s\nbench document.time_ratio %.3f of_limit\n", median, median / 0.1);
    std::printf("bench document.cpu %.4f s\nbench document.cpu_ratio %.3f of_limit\n", cpu, cpu / 0.1);
    std::printf("bench document.bytes %zu bytes\nbench document.bytes_ratio %.3f of_limit\n", pdf.content.size(),
                static_cast<double>(pdf.content.size()) / 60'000);
    std::printf("bench document.pages %d pages\n", pdf.pages);

    // Sealing it, and judging the seal.
    const auto authorityKey = crypto::PrivateKey::generate(crypto::Suite::es256),
               key = crypto::PrivateKey::generate(crypto::Suite::es256);
    const auto authority = crypto::makeAuthority(authorityKey, "office", payload.at.utc).value();
    const auto certificate =
        crypto::certify(authorityKey, authority, key.publicKey(), "office", payload.at.utc).value();
    std::vector<double> signing, judging;
    std::string sealed;
    for (int round = 0; round < (quick ? 3 : 15); ++round) {
        auto begun = Steady::now();
        sealed = document::signPdf(pdf.content, {key, certificate, authority}, payload.at).value();
        signing.push_back(std::chrono::duration<double>(Steady::now() - begun).count());
        begun = Steady::now();
        if (!document::verifySigned(sealed, {authority}).value().holds()) return 1;
        judging.push_back(std::chrono::duration<double>(Steady::now() - begun).count());
    }
    std::sort(signing.begin(), signing.end());
    std::sort(judging.begin(), judging.end());
    std::printf("bench document.sign %.4f s\nbench document.verify %.4f s\nbench document.sign_bytes %zu bytes\n",
                signing[signing.size() / 2], judging[judging.size() / 2], sealed.size() - pdf.content.size());
    return 0;
}
