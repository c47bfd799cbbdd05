#include "sync-server/papers/document_judge.h"

#include "shared/document/sign/verify_pdf.h"
#include "shared/records/document/issued.h"

namespace plumb::server {
namespace {

// The author's own signature stands last and holds, as do those before it.
Result<void> checkSeal(std::string_view pdf, const std::string& kid, const Trust& trust) {
    const auto seal = document::verifySigned(pdf, documentAuthorities(trust));
    const auto unsealed = [](const std::string& why) {
        return fail(ErrorKind::refused, "paper_unsealed", "the PDF's signatures do not hold: " + why);
    };
    if (!seal) return unsealed(seal.error().detail);
    if (seal->appended) return unsealed(seal->appended->detail);
    for (const auto& one : seal->signatures) {
        if (one.fault) return unsealed(one.fault->detail);
    }
    if (seal->signatures.back().holder == kid) return {};
    return fail(ErrorKind::refused, "paper_stranger",
                "the PDF's last signature is by " + seal->signatures.back().signer +
                    ", not by a document key of whoever issues it");
}

}  // namespace

Result<void> DocumentJudge::judge(const record::Line& line, const record::Payload& payload) {
    const auto said = records::readIssued(payload.body);
    if (!said) return fail(said.error());
    if (auto good = records::checkIssuedFile(*said, payload.files); !good) return good;
    if (m_gate.mayComeBack(payload, m_clock().utc)) return {};
    const auto caller = m_trust.principal(line.kid());
    if (!caller) return fail(caller.error());

    const std::lock_guard lock(m_one);
    const auto pdf = m_room.blobs().read(said->pdf, kMostPicture);
    if (!pdf)
        return fail(ErrorKind::notFound, "file_missing",
                    "the PDF " + said->pdf.hex().substr(0, 16) + "… is not at the server; upload it first");
    if (auto good = checkSeal(*pdf, line.kid(), m_trust); !good) return good;

    document::PaperOrder order;
    order.record = said->of;
    order.papers = {said->paper};
    order.language = said->language;
    order.office = m_makes.office;
    order.page = m_makes.page;
    const auto reader = m_readers.borrow();
    LogPapers source(*reader, m_trust, m_head.get(), m_room, *caller);
    const auto paper = document::printRecord(source, order);
    if (!paper) return fail(paper.error());
    if (document::isSignedCopyOf(*pdf, paper->content)) return {};
    return fail(ErrorKind::refused, "paper_differs",
                "the PDF is not the paper that follows from record " + said->of + ": sync, and issue it anew");
}

}  // namespace plumb::server
