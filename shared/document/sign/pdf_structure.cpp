#include "shared/document/sign/pdf_structure.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>

#include <set>
#include <stdexcept>

namespace plumb::document {
namespace {

// Fields beyond these are nobody's paper.
constexpr int kMostFields = 1000;

class Opened {
  public:
    explicit Opened(std::string_view pdf) {
        m_pdf.setSuppressWarnings(true);
        m_pdf.setAttemptRecovery(false);
        m_pdf.processMemoryFile("paper", pdf.data(), pdf.size());
        if (!m_pdf.getRoot().isDictionary()) throw std::runtime_error("it has no catalog");
    }
    QPDF& operator*() { return m_pdf; }
    QPDF* operator->() { return &m_pdf; }

  private:
    QPDF m_pdf;
};

QPDFObjectHandle formOf(QPDF& pdf) {
    return pdf.getRoot().getKey("/AcroForm");
}

std::vector<QPDFObjectHandle> itemsOf(QPDFObjectHandle array) {
    return array.isArray() ? array.getArrayAsVector() : std::vector<QPDFObjectHandle>();
}

std::vector<QPDFObjectHandle> fieldsOf(QPDF& pdf) {
    auto form = formOf(pdf);
    if (!form.isDictionary()) return {};
    auto out = itemsOf(form.getKey("/Fields"));
    if (out.size() > kMostFields) throw std::runtime_error("it has more form fields than a paper has");
    return out;
}

// Without the keys that a further signature changes.
std::string without(QPDFObjectHandle dictionary, const std::set<std::string>& keys) {
    auto copy = dictionary.shallowCopy();
    for (const auto& key : keys) copy.removeKey(key);
    return copy.unparse();
}

// A signature field without an area on the page.
bool showsNothing(QPDFObjectHandle field) {
    if (!field.isDictionary() || !field.getKey("/FT").isName() || field.getKey("/FT").getName() != "/Sig") return false;
    if (field.hasKey("/Kids") || field.hasKey("/AP") || field.hasKey("/AA") || field.hasKey("/A")) return false;
    auto area = itemsOf(field.getKey("/Rect"));
    for (auto& side : area) {
        if (!side.isInteger() || side.getIntValue() != 0) return false;
    }
    return area.size() == 4;
}

// Of `before` all in their order, then such as show nothing.
bool onlyAddsSignatures(std::vector<QPDFObjectHandle> before, std::vector<QPDFObjectHandle> after) {
    if (after.size() < before.size()) return false;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (i < before.size() ? before[i].unparse() != after[i].unparse() : !showsNothing(after[i])) return false;
    }
    return true;
}

std::string textOf(QPDFObjectHandle object) {
    if (!object.isStream()) return object.unparseResolved();
    auto data = object.getRawStreamData();
    return object.getDict().unparse() + std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
}

bool sameForm(QPDFObjectHandle before, QPDFObjectHandle after) {
    if (!before.isDictionary()) return !after.isDictionary() || without(after, {"/Fields", "/SigFlags"}) == "<< >>";
    return after.isDictionary() &&
           without(before, {"/Fields", "/SigFlags"}) == without(after, {"/Fields", "/SigFlags"});
}

FoundSignature described(QPDFObjectHandle field, QPDFObjectHandle value) {
    const auto text = [&](const char* key) {
        auto at = value.getKey(key);
        return at.isString() ? at.getStringValue() : at.isName() ? at.getName() : std::string();
    };
    FoundSignature out;
    if (field.getKey("/T").isString()) out.field = field.getKey("/T").getUTF8Value();
    for (auto& number : itemsOf(value.getKey("/ByteRange")))
        out.byteRange.push_back(number.isInteger() ? number.getIntValue() : -1);
    out.contents = text("/Contents");
    out.subFilter = text("/SubFilter");
    out.statedAt = text("/M");
    out.authority = text(kAuthorityKey);
    return out;
}

}  // namespace

SignatureRoom makeSignatureRoom(const std::string& pdf) {
    Opened opened(pdf);
    const auto& pages = opened->getAllPages();
    if (pages.empty()) throw std::runtime_error("it has no page");
    auto page = pages.front();
    auto root = opened->getRoot();
    SignatureRoom out;
    auto trailer = opened->getTrailer();
    if (trailer.hasKey("/Encrypt")) throw std::runtime_error("it is encrypted");
    auto size = trailer.getKey("/Size");
    if (!size.isInteger()) throw std::runtime_error("its trailer has no size");
    out.signature = size.getIntValueAsInt();
    out.field = out.signature + 1;
    const auto reference = std::to_string(out.field) + " 0 R";
    const auto fields = fieldsOf(*opened);

    const auto name = "Signature" + std::to_string(fields.size() + 1);
    out.fieldText = {out.field, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (" + name + ") /V " +
                                    std::to_string(out.signature) + " 0 R /F 132 /Rect [ 0 0 0 0 ] /P " +
                                    page.unparse() + " >>"};
    auto added = page.shallowCopy();
    auto annotations = QPDFObjectHandle::newArray(itemsOf(page.getKey("/Annots")));
    annotations.appendItem(opened->getObject(out.field, 0));
    added.replaceKey("/Annots", annotations);
    auto form = formOf(*opened).isDictionary() ? formOf(*opened).shallowCopy() : QPDFObjectHandle::newDictionary();
    auto all = QPDFObjectHandle::newArray(fields);
    all.appendItem(opened->getObject(out.field, 0));
    form.replaceKey("/Fields", all);
    form.replaceKey("/SigFlags", QPDFObjectHandle::newInteger(3));  // signatures exist; append only
    auto catalog = root.shallowCopy();
    catalog.replaceKey("/AcroForm", form);
    out.changed = {{page.getObjectID(), added.unparse()}, {root.getObjectID(), catalog.unparse()}};
    for (const auto* key : {"/Root", "/Info", "/ID"}) {
        if (trailer.hasKey(key)) out.trailer += std::string(" ") + key + " " + trailer.getKey(key).unparse();
    }
    return out;
}

std::vector<FoundSignature> findSignatures(std::string_view pdf) {
    Opened opened(pdf);
    std::vector<FoundSignature> out;
    for (auto& field : fieldsOf(*opened)) {
        if (!field.isDictionary()) continue;
        auto type = field.getKey("/FT"), value = field.getKey("/V");
        if (type.isName() && type.getName() == "/Sig" && value.isDictionary()) out.push_back(described(field, value));
    }
    return out;
}

std::string changeBetween(std::string_view before, std::string_view after) {
    Opened old(before), now(after);
    if (old->getRoot().getObjGen() != now->getRoot().getObjGen()) return "its catalog was replaced";
    if (without(old->getRoot(), {"/AcroForm"}) != without(now->getRoot(), {"/AcroForm"})) return "its catalog changed";
    if (!sameForm(formOf(*old), formOf(*now)) || !onlyAddsSignatures(fieldsOf(*old), fieldsOf(*now)))
        return "its form fields changed";
    std::set<QPDFObjGen> judged{old->getRoot().getObjGen()};
    int number = 0;
    for (auto page : old->getAllPages()) {
        ++number;
        auto same = now->getObjectByObjGen(page.getObjGen());
        judged.insert(page.getObjGen());
        if (!same.isDictionary() || without(page, {"/Annots"}) != without(same, {"/Annots"}) ||
            !onlyAddsSignatures(itemsOf(page.getKey("/Annots")), itemsOf(same.getKey("/Annots"))))
            return "page " + std::to_string(number) + " changed";
    }
    for (auto object : old->getAllObjects()) {
        if (judged.count(object.getObjGen()) != 0) continue;
        if (textOf(object) != textOf(now->getObjectByObjGen(object.getObjGen())))
            return "object " + std::to_string(object.getObjectID()) + " changed";
    }
    return {};
}

}  // namespace plumb::document
