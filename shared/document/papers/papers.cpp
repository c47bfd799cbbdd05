#include "shared/document/papers/papers.h"

namespace plumb::document {

Result<Pdf> print(const PrintJob& job, const json::object& facts, const PictureOf& pictureOf) {
    const auto& first = *job.layouts.front();
    Document document;
    document.title = first.title() + " " + textOr(facts, "number");
    document.author = textOr(facts, "office");
    document.at = job.at;
    document.foot = composeFoot(first, facts);
    document.pageText = pageText(first);
    document.watermark = job.watermark;
    for (const auto* layout : job.layouts) document.parts.push_back(compose(*layout, facts, pictureOf));
    return typeset(document);
}

}  // namespace plumb::document
