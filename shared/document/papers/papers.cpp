#include "shared/document/papers/papers.h"

namespace plumb::document {

Result<Pdf> print(const PrintJob& job, const json::object& facts, const PictureOf& pictureOf) {
    const auto& first = *job.layouts.front();
    Document document;
    document.title = first.title() + " " + textOr(facts, "number");
    document.author = textOr(facts, "office");
    document.at = job.at;
    if (job.foot.empty())
        document.foot = composeFoot(first, facts);
    else
        document.foot = {Text{{job.foot}}};
    document.pageText = pageText(first);
    document.watermark = job.watermark;
    for (const auto* layout : job.layouts) document.parts.push_back(compose(*layout, facts, pictureOf));
    return typeset(document);
}

}  // namespace plumb::document
