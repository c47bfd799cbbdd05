// Issuing from the tablet: what may be issued, and that nothing is where the PIN is wrong or the server is not there.
// That a paper is issued and found good by foreign programs: tests/e2e/document_issue.mjs.
#include "mobile/issue/issue_model.h"

#include <catch2/catch.hpp>

#include "tests/unit/mobile/kit.h"
#include "tests/unit/mobile/records.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

TEST_CASE("one paper of a signed record is issued, with the PIN and the server, or nothing is") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    const auto record = test::signSmall(bench);
    PapersModel papers(bench.store(), std::make_shared<ShownPaper>(), nullptr);
    IssueModel issue(bench.store(), papers, nullptr);
    QStringList sealed;
    QObject::connect(&issue, &PinSigning::sealed, &issue, [&](const QString& id) { sealed.append(id); });
    CHECK_FALSE(papers.issuable());
    issue.issue(test::kPin);
    CHECK_FALSE(issue.busy());

    papers.show(record);
    waitFor([&] { return papers.pages() > 0 && !papers.making(); });
    CHECK_FALSE(papers.issuable());  // all of them, bound
    papers.choose(1);
    CHECK_FALSE(papers.issuable());  // not made yet
    waitFor([&] { return !papers.making(); });
    CHECK(papers.issuable());
    CHECK(papers.chosenPaper() == "inspection_record");

    issue.issue("0000");
    CHECK(issue.busy());
    waitFor([&] { return !issue.busy(); });
    CHECK(issue.pinWrong());
    bench.now.utc += std::chrono::minutes(1);
    issue.issue(test::kPin);
    waitFor([&] { return !issue.busy(); });
    CHECK_FALSE(issue.pinWrong());
    CHECK_FALSE(issue.problem().isEmpty());
    CHECK(sealed.isEmpty());
    const auto held = test::connect(bench);
    for (const auto& row : held->records()) CHECK(row.type != "document.issued");
}
