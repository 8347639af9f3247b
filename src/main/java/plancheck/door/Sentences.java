package plancheck.door;

import org.eclipse.jetty.http.HttpStatus;
import plancheck.facts.Label;

/** What a refusal at the door says. */
final class Sentences {

    private Sentences() {}

    static Label of(int status) {
        return switch (status) {
            case HttpStatus.REQUEST_TIMEOUT_408 ->
                new Label(
                        "内容传得太慢，没有收完，也没有处理。请检查网络后重新提交。",
                        "It was sent too slowly, so it was not received whole and nothing was done. Check the network and send"
                                + " it again.");
            case HttpStatus.PAYLOAD_TOO_LARGE_413 ->
                new Label(
                        "上传的内容过大：文件不超过20兆字节，表格不超过8兆字节。请减小后重新提交。",
                        "What was sent is too large: a file may have 20 MB, a form 8 MB. Make it smaller and send it again.");
            case HttpStatus.URI_TOO_LONG_414, HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                new Label(
                        "网址或请求头太长，没有处理。请清除浏览器中本网站的数据后重试。",
                        "The address or a header is too long, so nothing was done. Clear what the browser keeps of this site and"
                                + " try again.");
            case HttpStatus.TOO_MANY_REQUESTS_429 ->
                new Label(
                        "这个网络地址同时发来的请求太多，这一个没有处理。请过几秒再试。",
                        "Too many requests from this network address at once, so this one was not handled. Try again in a few"
                                + " seconds.");
            case HttpStatus.SERVICE_UNAVAILABLE_503 ->
                new Label(
                        "现在使用的人太多，这一个请求没有处理。请过几秒再试。",
                        "Too many people are using the service just now, so this request was not handled. Try again in a few"
                                + " seconds.");
            case HttpStatus.INTERNAL_SERVER_ERROR_500 ->
                new Label(
                        "服务内部出错，刚才的操作没有完成。请把时间和操作告诉系统管理员。",
                        "The service failed, and what you did was not completed. Tell the administrator the time and what you"
                                + " did.");
            case HttpStatus.NOT_FOUND_404 -> new Label("没有这个网址。", "There is no such address.");
            default ->
                new Label(
                        "发来的请求有误（网址或请求头不合规范），没有处理。请检查后重试。",
                        "The request is malformed (its address or a header), so nothing was done. Check it and try again.");
        };
    }
}
