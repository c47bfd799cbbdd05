#include "shared/document/typeset/pack_pdf.h"

#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <memory>
#include <mutex>

namespace plumb::document {

Result<std::string> packPdf(const std::string& content) {
    // The level is the library's one and only, for all its writers.
    static std::once_flag once;
    std::call_once(once, [] { Pl_Flate::setCompressionLevel(9); });
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("paper", content.data(), content.size());
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setRecompressFlate(true);
        writer.setDeterministicID(true);  // of what it says, not of when it was made
        writer.write();
        const std::unique_ptr<Buffer> out(writer.getBuffer());
        return std::string(reinterpret_cast<const char*>(out->getBuffer()), out->getSize());
    } catch (const std::exception& trouble) {
        return fail(ErrorKind::broken, "paper_broken", std::string("the PDF cannot be packed: ") + trouble.what());
    }
}

}  // namespace plumb::document
