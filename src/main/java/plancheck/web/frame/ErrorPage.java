package plancheck.web.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import plancheck.access.KeptSignIn;
import plancheck.archive.Trouble;

/** The page for whatever else goes wrong; it never shows what happened inside. */
@Controller
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    @Nullable
    String error(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        if (response.isCommitted()) {
            return null; // the client has gone, or has half an answer already
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
        response.setStatus(code);
        model.addAttribute("status", code);
        model.addAttribute("ofOtherSession", request.getAttribute(KeptSignIn.OTHER_SESSION) != null);
        model.addAttribute(
                "said",
                request.getAttribute(Trouble.class.getName()) instanceof Trouble trouble
                        ? Pages.language(locale).of(trouble.message())
                        : null);
        return "error";
    }
}
