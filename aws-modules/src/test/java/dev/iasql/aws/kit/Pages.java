package dev.iasql.aws.kit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Cuts an answer that holds all rows into pages, as EC2 does and the emulator does not. */
final class Pages {
  private Pages() {}

  static byte[] cut(byte[] answer, Form form, int pages) {
    if (!form.asksForPages() || pages == 1) {
      return answer;
    }
    try {
      Document document =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(answer));
      Element root = document.getDocumentElement();
      Element list =
          elements(root).stream()
              .max(Comparator.comparingInt(child -> elements(child).size()))
              .orElseThrow();
      List<Element> rows = elements(list);
      int end = form.offset() + Math.ceilDiv(rows.size(), pages);
      for (int i = 0; i < rows.size(); i++) {
        if (i < form.offset() || i >= end) {
          list.removeChild(rows.get(i));
        }
      }
      if (end < rows.size()) {
        Element token = document.createElement("nextToken");
        token.setTextContent(Integer.toString(end));
        root.appendChild(token);
      }
      ByteArrayOutputStream page = new ByteArrayOutputStream();
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(page));
      return page.toByteArray();
    } catch (Exception e) {
      throw new IllegalStateException("cannot cut the answer to " + form.action(), e);
    }
  }

  private static List<Element> elements(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
